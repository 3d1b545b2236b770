using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What <c>dotnet new classlib -f netstandard2.0</c> and an old desktop project give: C# 7.3, where the constants compile, the rules work, and what is not intercepted is said once.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class OldLanguageTests(PackedFeed feed)
{
    private const string Code =
        """
        using Ethics.Crm;

        namespace Shop
        {
            [DataSubject]
            public class Contact
            {
                [DataSubjectId]
                public int Id { get; set; }

                [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support)]
                public string Email { get; set; }

                [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support)]
                public string Private { get; set; }
            }

            [ForPurpose(Purposes.Marketing)]
            public class Newsletter
            {
                public string Send(Contact contact) { return contact.Email; }

                public void Hand([DisclosesTo(Recipients.Mailchimp)] string address) { }
            }

            public class Desk
            {
                public string Answer(Contact contact) { using (PurposeScope.Enter(Purposes.Support)) { return contact.Email; } }
            }
        }
        """;

    private static readonly string Policy = Sources.Policy.TrimEnd().TrimEnd('}') + """, "recipients": { "mailchimp": { "role": "processor", "for": ["marketing"], "categories": ["contact"] } }, "$schema": "./ethics.policy.schema.json" }""";

    [Theory, InlineData("netstandard2.0"), InlineData("net472")]
    public void NewProject_CompilesWithTheConstants_AndIsToldWhatIsNotIntercepted(string framework)
    {
        using var work = Shop(framework).File("Shop/Shop.cs", Code);

        var build = work.Build("Shop").Succeeded().Reports("warning ECRM1106", "warning ECRM2001");

        Assert.Contains("'Contact.Email' is labelled, but its reads are not intercepted at run time: C# 7.3 has no partial properties; C# 13 or later is needed; this project guards none of its 2 labelled properties", build.Output);
        Assert.Contains("'Contact.Email' is collected for support only but is read in 'Newsletter.Send' (marketing)", build.Output);
        Assert.True(work.Has("ethics.policy.schema.json"));
    }

    [Theory, InlineData("netstandard2.0"), InlineData("net472")]
    public void ConstantsNamespace_MovesTheConstants(string framework)
    {
        using var work = Shop(framework, "<EthicsCrmConstantsNamespace>Acme.Privacy</EthicsCrmConstantsNamespace>").File("Shop/Shop.cs", "using Acme.Privacy;\n" + Code);

        work.Build("Shop").Succeeded().Reports("warning ECRM1106", "warning ECRM2001");
    }

    [Theory]
    [InlineData("none", "error CS0103")]
    [InlineData("1 bad-name", "'1 bad-name' can be no namespace; correct the MSBuild property EthicsCrmConstantsNamespace")]
    public void ConstantsNamespaceWithoutConstants_IsTold(string value, string words)
    {
        using var work = Shop("netstandard2.0", $"<EthicsCrmConstantsNamespace>{value}</EthicsCrmConstantsNamespace>").File("Shop/Shop.cs", Code);

        Assert.Contains(words, work.Build("Shop").Failed().Output);
    }

    /// <summary>The compiler is new, whatever the framework: its language has to be asked for.</summary>
    [Theory, InlineData("netstandard2.0"), InlineData("net472")]
    public void LanguageVersion_IsAllThatGuardingNeeds(string framework)
    {
        using var work = Shop(framework, "<LangVersion>14</LangVersion>").File("Shop/Shop.cs", Code.Replace("public class Contact", "public partial class Contact").Replace("public string Email", "public partial string Email").Replace("public string Private", "public partial string Private"));

        work.Build("Shop").Succeeded().Reports("warning ECRM2001");
    }

    private Workspace Shop(string framework, string properties = "")
    {
        var assemblies = framework == "net472" ? """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""" : "";
        return feed.NewWorkspace().File("ethics.policy.json", Policy).Project("Shop", framework, properties: "<Nullable>disable</Nullable>" + properties, items: assemblies);
    }
}
