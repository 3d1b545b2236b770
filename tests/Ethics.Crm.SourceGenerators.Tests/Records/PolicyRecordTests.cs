using System.Reflection;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.SourceGenerators.Guards;
using Ethics.Crm.SourceGenerators.Pipeline;
using Ethics.Crm.SourceGenerators.Records;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Records;

/// <summary>What an assembly says of the policy it was built under.</summary>
public sealed class PolicyRecordTests
{
    private const string Policy = """
        { "version": 1, "categories": { "contact.email": {}, "Größe": {} }, "purposes": { "support": { "basis": "contract" }, "marketing.e-mail": { "basis": "consent" } } }
        """;

    [Fact]
    public void Assembly_RecordsIdentityPurposesAndCategories()
    {
        var assembly = Of(Policy, "class Any;").Run().Load();

        var metadata = Assert.Single(assembly.GetCustomAttributes<AssemblyMetadataAttribute>());
        Assert.Equal(PolicyRecord.Key, metadata.Key);
        var record = PolicyRecord.Parse(metadata.Value!)!;
        Assert.Equal(PolicyReader.Read(new PolicySource("p.json", Policy)).Table!.Identity, record.Identity);
        Assert.Equal(["marketing.e-mail", "support"], record.Purposes.AsEnumerable());
        Assert.Equal(["Größe", "contact.email"], record.Categories.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Policy_CountsWithItsBases()
    {
        var build = Of("""{ "version": 1, "extends": ["base.json"], "categories": {}, "purposes": { "billing": { "basis": "contract" } } }""", "class Any;");
        var record = RecordOf(build with { Policies = build.Policies.Add(TestPolicy.Base("base.json", Policy)) });

        Assert.Contains("support", record.Purposes);
        Assert.Contains("billing", record.Purposes);
        Assert.Contains("contact.email", record.Categories);
    }

    [Fact]
    public void LayoutAlone_ChangesNothing_AndAMeaningDoes()
    {
        var record = RecordOf(Of(Policy));

        Assert.Equal(record.Identity, RecordOf(Of("// c\n" + Policy.Replace(" ", "\n"))).Identity);
        Assert.NotEqual(record.Identity, RecordOf(Of(Policy.Replace("\"contract\"", "\"consent\""))).Identity);
    }

    [Fact]
    public void CSharp73_Compiles() => (Of(Policy, "class Any { }") with { Language = LanguageVersion.CSharp7_3 }).Run();

    [Fact]
    public void BesideTheOtherGenerators_Compiles()
    {
        var build = Of(TestKit.Policies.Fabrikam, "using System.Reflection; [assembly: AssemblyMetadata(\"Other\", \"x\")] partial class C { [Ethics.Crm.DataCategory(\"contact.email\")] public partial string? Mail { get; set; } }");

        Assert.Equal(3, (build with { Generators = [new PolicyConstantsGenerator(), new GuardedPropertyGenerator(), new PolicyRecordGenerator()] }).Run().HintNames.Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ \"version\": 1, \"purposes\": 7 }")]
    [InlineData("")]
    public void WithoutAPolicyThatCanBeRead_NothingIsRecorded(string? policy) => Assert.Empty(Build.Of("class Any;").WithPolicy(policy).Recording().Run().HintNames);

    [Fact]
    public void ProjectThatDoesNotKnowTheAttributes_RecordsNothing()
    {
        var build = Of(Policy, "class Any;");
        var compilation = build.Compilation().WithReferences(ProductReferences.Framework);

        Assert.Empty(build.Driver().RunGenerators(compilation).GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void UnrelatedEdit_ChangesNoStep()
    {
        var build = Of(Policy, "class Other { int A() => 1; }");
        var compilation = build.Compilation();
        var driver = build.Driver().RunGenerators(compilation);
        var tree = compilation.SyntaxTrees[0];

        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From("class Other { int A() => 2; }"))));

        AssertUnchanged(driver, BuildInputs.PolicyStep, PolicyRecordGenerator.RecordStep, PolicyRecordGenerator.RecordableStep);
    }

    [Fact]
    public void EditThatChangesNoMeaning_GivesTheSameRecord()
    {
        var build = Of(Policy, "class Any;");
        var text = new TestAdditionalText(TestPolicy.DefaultPath, Policy);
        var compilation = build.Compilation();
        var driver = (build with { Policies = [] }).Driver(text).WithUpdatedAnalyzerConfigOptions(new TestOptionsProvider(build.Policies, build.Properties)).RunGenerators(compilation);
        Assert.Single(driver.GetRunResult().GeneratedTrees);

        driver = driver.ReplaceAdditionalText(text, new TestAdditionalText(TestPolicy.DefaultPath, "// more words\n" + Policy)).RunGenerators(compilation);

        AssertUnchanged(driver, PolicyRecordGenerator.RecordStep);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1;id;a")]
    [InlineData("2;id;a;b")]
    [InlineData("1;id;a;b;c")]
    public void TextOfAnotherForm_IsNoRecord(string text) => Assert.Null(PolicyRecord.Parse(text));

    [Fact]
    public void EmptyLists_AreRead()
    {
        var record = PolicyRecord.Parse("1;id;;")!;

        Assert.Empty(record.Purposes);
        Assert.Empty(record.Categories);
    }

    private static Build Of(string policy, params string[] sources) => Build.Of(sources).WithPolicy(policy).Recording();

    private static PolicyRecord RecordOf(Build build) => PolicyRecord.Find(build.Run().Output.Assembly)!;

    private static void AssertUnchanged(GeneratorDriver driver, params string[] steps)
    {
        var tracked = driver.GetRunResult().Results.Single().TrackedSteps;
        Assert.All(steps, step => Assert.All(tracked[step].SelectMany(run => run.Outputs), output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {output.Reason}")));
    }
}

internal static class RecordingBuilds
{
    public static Build Recording(this Build build) => build with { Generators = [new PolicyRecordGenerator()] };
}
