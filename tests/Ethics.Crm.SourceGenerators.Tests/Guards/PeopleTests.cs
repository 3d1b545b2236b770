namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>What the build answers for itself where no application runs: nothing in which a person has a say.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("\"basis\": \"contract\"", "e")]
    [InlineData("\"basis\": \"contract\", \"directMarketing\": true", "SubjectUnknown")]
    [InlineData("\"basis\": \"legitimate-interests\", \"assessment\": \"LIA\"", "SubjectUnknown")]
    [InlineData("\"basis\": \"consent\"", "SubjectUnknown")]
    public void WithoutAnApplication_WhereThePersonHasASay_ItIsRefused(string billing, string expected)
    {
        var policy = $$"""
            { "version": 1, "categories": { "contact.email": { "collectedFor": ["support", "billing"] } }, "purposes": { "support": { "basis": "contract" }, "billing": { {{billing}} } } }
            """;
        const string source = """
            namespace Acme;
            public partial class Contact { [DataSubjectId] public int Id { get; set; } [DataCategory("contact.email")] public partial string? Email { get; set; } }
            public static class Program { public static string Run() { var c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;
        Assert.Equal("NoScope | e | " + expected, Build.Of(Scenes.Gate, source).WithPolicy(policy).Execute());
    }
}
