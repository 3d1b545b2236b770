using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>The assertions of <c>Ethics.Crm.Testing</c> in a project of each test framework, run by its own runner: one test that holds, and one that does not and says why.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class TestFrameworkTests(PackedFeed feed)
{
    private const string Host = """<PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.9.0" />""";

    public static TheoryData<string, string, string> Frameworks() => new()
    {
        { "using Xunit;", "[Fact]", Host + """<PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />""" },
        { "using NUnit.Framework;", "[Test]", Host + """<PackageReference Include="NUnit" Version="4.6.1" /><PackageReference Include="NUnit3TestAdapter" Version="6.3.1" />""" },
    };

    [Theory, MemberData(nameof(Frameworks))]
    public void Assertions_HoldAndFail_InEachOfThem(string usings, string test, string packages)
    {
        using var work = Project(usings, "", test, packages, "<IsTestProject>true</IsTestProject>");

        // A runner waits ninety seconds for its host, which a machine that does much else can take.
        var told = Tool.Dotnet(work.Folder, "test Tests -nologo", new Dictionary<string, string> { ["VSTEST_CONNECTION_TIMEOUT"] = "300" }).Failed().Output;

        Assert.Contains("Failed:     1, Passed:     1", told);
        Check(told);
    }

    /// <summary>By the runner that MSTest has itself, which needs no host.</summary>
    [Fact]
    public void Assertions_HoldAndFail_InMSTest()
    {
        using var work = Project(
            "using Microsoft.VisualStudio.TestTools.UnitTesting;",
            "[TestClass] ",
            "[TestMethod]",
            """<PackageReference Include="MSTest.TestFramework" Version="4.5.2" /><PackageReference Include="MSTest.TestAdapter" Version="4.5.2" />""",
            "<OutputType>Exe</OutputType><EnableMSTestRunner>true</EnableMSTestRunner>");

        var told = Tool.Dotnet(work.Folder, "run --project Tests").Failed().Output;

        Assert.Contains("failed: 1", told);
        Assert.Contains("succeeded: 1", told);
        Check(told);
    }

    private static void Check(string told)
    {
        Assert.Contains("'Contact.Email' is collected for support only", told);
        Assert.DoesNotContain("ada-secret", told);
    }

    private Workspace Project(string usings, string type, string test, string packages, string properties)
        => feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Tests", package: "Ethics.Crm.Testing", properties: properties + "<ImplicitUsings>enable</ImplicitUsings>", items: packages)
            .File("Tests/Contact.cs", Sources.Model)
            .File("Tests/Tests.cs",
                $$"""
                using System.Threading.Tasks;
                using Ethics.Crm;
                using Ethics.Crm.Testing;
                {{usings}}

                {{type}}public sealed class ContactTests
                {
                    private readonly Shop.Contact _ada = new Shop.Contact { Id = 7, Email = "ada-secret" };

                    {{test}} public async Task Holds()
                    {
                        PurposeAssert.Refuses("marketing", () => _ada.Email, Refusal.NotPermitted);
                        await PurposeAssert.RefusesAsync(() => Task.FromResult(_ada.Email));
                        PurposeAssert.Permits("support", () => _ada.Email);
                    }

                    {{test}} public void Fails() => PurposeAssert.Permits("marketing", () => _ada.Email);
                }
                """);
}
