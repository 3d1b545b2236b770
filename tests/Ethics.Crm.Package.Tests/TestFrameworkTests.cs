using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>The assertions of <c>Ethics.Crm.Testing</c> in a project of each test framework, run by its own runner: one test that holds, and one that does not and says why.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class TestFrameworkTests(PackedFeed feed)
{
    public static TheoryData<string, string, string, string> Frameworks() => new()
    {
        { "xunit", """<PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />""", "using Xunit;", "Fact" },
        { "nunit", """<PackageReference Include="NUnit" Version="4.6.1" /><PackageReference Include="NUnit3TestAdapter" Version="6.3.1" />""", "using NUnit.Framework;", "Test" },
        { "mstest", """<PackageReference Include="MSTest.TestFramework" Version="4.5.2" /><PackageReference Include="MSTest.TestAdapter" Version="4.5.2" />""", "using Microsoft.VisualStudio.TestTools.UnitTesting;", "TestMethod" },
    };

    [Theory, MemberData(nameof(Frameworks))]
    public void Assertions_HoldAndFail_InEachOfThem(string name, string packages, string usings, string test)
    {
        var type = name == "mstest" ? "[TestClass] " : "";
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Tests", package: "Ethics.Crm.Testing", properties: "<IsTestProject>true</IsTestProject><ImplicitUsings>enable</ImplicitUsings>", items: """<PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.9.0" />""" + packages)
            .File("Tests/Contact.cs", Sources.Model)
            .File("Tests/Tests.cs",
                $$"""
                using System.Threading.Tasks;
                using Ethics.Crm;
                using Ethics.Crm.Testing;
                {{usings}}

                {{type}}public class ContactTests
                {
                    private readonly Shop.Contact _ada = new Shop.Contact { Id = 7, Email = "ada-secret" };

                    [{{test}}] public async Task Holds()
                    {
                        PurposeAssert.Refuses("marketing", () => _ada.Email, Refusal.NotPermitted);
                        await PurposeAssert.RefusesAsync(() => Task.FromResult(_ada.Email));
                        PurposeAssert.Permits("support", () => _ada.Email);
                    }

                    [{{test}}] public void Fails() => PurposeAssert.Permits("marketing", () => _ada.Email);
                }
                """);

        // A runner waits ninety seconds for its host, which a machine that does much else can take.
        var told = Tool.Dotnet(work.Folder, "test Tests -nologo", new Dictionary<string, string> { ["VSTEST_CONNECTION_TIMEOUT"] = "900" }).Failed().Output;

        Assert.Contains("Failed:     1, Passed:     1", told);
        Assert.Contains("'Contact.Email' is collected for support only", told);
        Assert.DoesNotContain("ada-secret", told);
    }
}
