using Ethics.Crm.SourceGenerators.Records;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Policy;

/// <summary>References that record their policy; the test's own is Fabrikam's.</summary>
public sealed class ReferencedPoliciesTests
{
    private const string Other = """
        { "version": 1, "categories": { "contact.email": { "collectedFor": ["support"] }, "badge.number": {}, "badge.colour": {} },
          "purposes": { "support": { "basis": "contract" }, "access": { "basis": "contract" } } }
        """;

    private const string Badges = """
        using Ethics.Crm;
        namespace Lib { public class Badge { [DataCategory("badge.number"), CollectedFor("support", "access")] public string Number = ""; [DataCategory("contact.email")] public string Email = ""; } }
        """;

    private const string Read = "public class Job { string M(Lib.Badge b) => b.Number + b.Email; }";

    [Fact]
    public Task SamePolicy_IsSilent() => VerifyAsync(
        "public class Job { string M(Lib.Badge b) => b.Email; }",
        Built("Lib", Policies.Fabrikam, "using Ethics.Crm;\nnamespace Lib { public class Badge { [DataCategory(\"contact.email\")] public string Email = \"\"; } }"));

    [Fact]
    public Task OtherPolicyWhoseNamesThisOneKnows_IsSilent() => VerifyAsync(
        "public class Job { string M(Lib.Badge b) => b.Email; }",
        Built("Lib", """{ "version": 1, "categories": { "contact.email": { "collectedFor": ["billing"] } }, "purposes": { "billing": { "basis": "consent" } } }""",
            "using Ethics.Crm;\nnamespace Lib { public class Badge { [DataCategory(\"contact.email\")] public string Email = \"\"; } }"));

    [Theory]
    [InlineData("")]
    [InlineData(Read)]
    public Task NamesThatThisPolicyDoesNotKnow_AreOneFindingForTheReferenceWhateverIsRead(string source) => VerifyAsync(
        source,
        [Built("Lib", Other, Badges)],
        Finding("'Lib' was built under another policy, with the purpose 'access' and the categories 'badge.colour' and 'badge.number', which this policy does not declare; declare them, or build both under one policy"));

    [Fact]
    public Task OneName_IsOne() => VerifyAsync(
        "",
        [Built("Lib", """{ "version": 1, "categories": { "contact": {} }, "purposes": { "support": { "basis": "contract" } } }""")],
        Finding("'Lib' was built under another policy, with the category 'contact', which this policy does not declare; declare it, or build both under one policy"));

    [Fact]
    public Task ManyNames_AreCounted() => VerifyAsync(
        "",
        [Built("Lib", $$"""{ "version": 1, "categories": {}, "purposes": { {{string.Join(", ", Enumerable.Range(10, 20).Select(i => $"\"p{i}\": {{ \"basis\": \"contract\" }}"))}} } }""")],
        Finding("'Lib' was built under another policy, with the purposes 'p10', 'p11', 'p12', 'p13', 'p14', 'p15', 'p16', 'p17' and 12 more, which this policy does not declare; declare them, or build both under one policy"));

    [Fact]
    public Task SeveralReferences_HaveOneFindingEach() => VerifyAsync(
        "",
        [Built("Lib", Other, Badges), Built("Lib.Two", Other), Built("Lib.Same", Policies.Fabrikam)],
        Finding("'Lib' was built under another policy, with the purpose 'access' and the categories 'badge.colour' and 'badge.number', which this policy does not declare; declare them, or build both under one policy"),
        Finding("'Lib.Two' was built under another policy, with the purpose 'access' and the categories 'badge.colour' and 'badge.number', which this policy does not declare; declare them, or build both under one policy"));

    [Fact]
    public Task ReferenceThatNeverNamesOurTypes_IsFoundToo() => VerifyAsync(
        "",
        [Built("Lib", """{ "version": 1, "categories": {}, "purposes": { "access": { "basis": "contract" } } }""", "public class Legacy;")],
        Finding("'Lib' was built under another policy, with the purpose 'access', which this policy does not declare; declare it, or build both under one policy"));

    [Fact]
    public Task LabelThatTheReferencesOwnPolicyDidNotKnowEither_IsReportedWhereItIsRead() => VerifyAsync(
        "public class Job { string M(Lib.Badge b) => b.{|#0:Number|}; }",
        [Built("Lib", Policies.Fabrikam, Badges.Replace(", \"access\"", ""))],
        new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'Badge.Number' in 'Lib' is labelled with the category 'badge.number', which this policy does not declare: 'Lib' was built under another policy; declare the category, or build both under one policy"));

    [Fact]
    public Task ProjectWithoutPolicy_ComparesNothing()
    {
        var check = Rules.Check("");
        check.Policies.Clear();
        check.TestState.AdditionalReferences.Add(Built("Lib", Other, Badges));
        return check.RunAsync();
    }

    [Fact]
    public Task ProjectInTheSameSolution_IsReadFromItsSource()
    {
        var check = Rules.Check("");
        check.TestState.AdditionalProjects["Lib"].Sources.Add("[assembly: System.Reflection.AssemblyMetadata(\"Ethics.Crm.Policy\", \"1;0;access;\")]");
        check.TestState.AdditionalProjectReferences.Add("Lib");
        check.ExpectedDiagnostics.Add(Finding("'Lib' was built under another policy, with the purpose 'access', which this policy does not declare; declare it, or build both under one policy"));
        return check.RunAsync();
    }

    private static DiagnosticResult Finding(string message) => new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 1, 1, 1, 1).WithMessage(message);

    private static MetadataReference Built(string name, string policy, params string[] sources)
    {
        var compilation = TestCompilation.Create(LanguageVersion.Latest, name, sources);
        CSharpGeneratorDriver.Create(
                [new PolicyRecordGenerator().AsSourceGenerator()],
                [new TestAdditionalText(TestPolicy.DefaultPath, policy)],
                CSharpParseOptions.Default,
                new TestOptionsProvider([TestPolicy.Of(policy)], new Dictionary<string, string>()))
            .RunGeneratorsAndUpdateCompilation(compilation, out var recorded, out _);
        Assert.Equal(sources.Length + 1, recorded.SyntaxTrees.Count());
        return TestCompilation.ToReference(recorded);
    }

    private static Task VerifyAsync(string source, MetadataReference reference) => VerifyAsync(source, [reference]);

    private static Task VerifyAsync(string source, MetadataReference[] references, params DiagnosticResult[] expected) => Rules.VerifyAsync(source, check =>
    {
        check.TestState.AdditionalReferences.AddRange(references);
        check.ExpectedDiagnostics.AddRange(expected);
    });
}
