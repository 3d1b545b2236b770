using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Analyzers.Tests.Labels;

/// <summary>What the reader makes of an argument where the generator's own constants do not exist, and where they do.</summary>
public sealed class AttributeArgumentsTests
{
    private const string Generated = """
        namespace Acme.Crm
        {
            internal static class Purposes { public const string Support = "support", MarketingEmail = "marketing.email", FraudPrevention = "fraud-prevention"; }
            internal static class Categories { public const string ContactEmail = "contact.email"; }
            internal static class Recipients { public const string Mailchimp = "mailchimp"; }
        }
        """;

    private static readonly PolicyConstants Constants = new(PolicyReader.Read(new PolicySource("p", Policies.Fabrikam)).Table!.Document);

    [Theory]
    [InlineData("[CollectedFor(\"support\")]", "support")]
    [InlineData("[CollectedFor(\"support\", \"marketing.email\")]", "support,marketing.email")]
    [InlineData("[CollectedFor(Purposes.Support)]", "support")]
    [InlineData("[CollectedFor(Purposes.Support, \"billing\")]", "support,billing")]
    [InlineData("[CollectedFor(\"billing\", Purposes.MarketingEmail)]", "billing,marketing.email")]
    [InlineData("[CollectedFor(Acme.Crm.Purposes.Support)]", "support")]
    [InlineData("[CollectedFor(global::Acme.Crm.Purposes.FraudPrevention)]", "fraud-prevention")]
    [InlineData("[CollectedFor(P.Support)]", "support")]
    [InlineData("[CollectedFor(GP.Support)]", "support")]
    [InlineData("[CollectedFor(Support)]", "support")]
    [InlineData("[CollectedFor(new[] { Purposes.Support, \"billing\" })]", "support,billing")]
    [InlineData("[CollectedFor(new string[] { Purposes.Support })]", "support")]
    [InlineData("[CollectedFor((Purposes.Support))]", "support")]
    [InlineData("[CollectedFor(Own.Billing)]", "billing")]
    [InlineData("[CollectedFor(Own.Billing, Purposes.Support)]", "billing,support")]
    [InlineData("[CollectedFor(Own.ByGenerated)]", "support")]
    [InlineData("[CollectedFor(nameof(Own.billing))]", "billing")]
    [InlineData("[CollectedFor(nameof(Own.billing), Purposes.Support)]", "billing,support")]
    [InlineData("[CollectedFor(\"market\" + \"ing\")]", "marketing")]
    [InlineData("[CollectedFor(Purposes.Support + \".vip\")]", "support.vip")]
    [InlineData("[CollectedFor($\"{Purposes.Support}.vip\")]", "support.vip")]
    [InlineData("[DataCategory(Categories.ContactEmail)]", "contact.email")]
    [InlineData("[DataCategory(category: Categories.ContactEmail)]", "contact.email")]
    [InlineData("[DisclosesTo(Recipients.Mailchimp)]", "mailchimp")]
    [InlineData("[ReviewedUse(\"why\", By = \"x\")]", "why")]
    [InlineData("[CollectedFor()]", "")]
    [InlineData("[CollectedFor]", "")]
    public void Argument_ReadsTheSameWithAndWithoutGeneratedConstants(string attribute, string expected)
    {
        var without = Read(attribute, generated: false);
        var with = Read(attribute, generated: true);

        Assert.Equal(expected, string.Join(",", without.Values));
        Assert.True(without.IsComplete);
        Assert.Equal(expected, string.Join(",", with.Values));
        Assert.True(with.IsComplete);
    }

    [Theory]
    [InlineData("[CollectedFor(Purposes.Nothing)]", "")]
    [InlineData("[CollectedFor(Purposes.Support, Purposes.Nothing)]", "support")]
    [InlineData("[CollectedFor(Elsewhere.Support)]", "")]
    [InlineData("[CollectedFor(Purposes.Nothing + \".x\")]", "")]
    public void UnresolvedArgument_IsIncompleteAndLosesNoOther(string attribute, string expected)
    {
        var read = Read(attribute, generated: false);

        Assert.Equal(expected, string.Join(",", read.Values));
        Assert.False(read.IsComplete);
    }

    [Fact]
    public void OwnClassOfThatName_WinsOverTheGeneratedOne()
    {
        var read = Read("[CollectedFor(Inner.Purposes.Support)]", generated: false, "namespace Inner { static class Purposes { public const string Support = \"billing\"; } }");

        Assert.Equal("billing", Assert.Single(read.Values));
    }

    private static AttributeStrings Read(string attribute, bool generated, string more = "")
    {
        List<string> sources =
        [
            $$"""
            using Ethics.Crm; using Acme.Crm; using P = Acme.Crm.Purposes; using static Acme.Crm.Purposes;
            {{more}}
            static class Own { public const string Billing = "billing", billing = "", ByGenerated = Purposes.Support; }
            class Bag
            {
                {{attribute}}
                string X;
            }
            """,
            "global using GP = Acme.Crm.Purposes; namespace Acme.Crm { class Something { } }",
        ];
        if (generated)
        {
            sources.Add(Generated);
        }

        // Targets do not matter to the reader.
        var compilation = TestCompilation.Create([.. sources]);
        var data = compilation.GetTypeByMetadataName("Bag")!.GetMembers("X").Single().GetAttributes().Single();
        return new AttributeArguments(Constants, compilation).Strings(data);
    }
}
