using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.SourceGenerators.Guards;
using Ethics.Crm.SourceGenerators.Pipeline;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests;

/// <summary>Edits that change nothing for us must not make our steps give anything new.</summary>
public sealed class CachingTests
{
    private static readonly string[] s_steps =
    [
        BuildInputs.PolicyFilesStep, BuildInputs.PolicyStep, BuildInputs.SettingsStep,
        PolicyConstantsGenerator.PlaceStep, PolicyConstantsGenerator.ConstantsStep,
        GuardedPropertyGenerator.CandidatesStep, GuardedPropertyGenerator.ResolvedStep, GuardedPropertyGenerator.FilesStep,
    ];

    private const string Contact = """
        namespace Acme;
        [DataSubject] public partial record Contact([DataSubjectId] int Id) { [CollectedFor(Purposes.Support)] public partial string? Email { get; set; } }
        """;

    [Theory]
    [InlineData("class Other { int A() => 2; }")]
    [InlineData("class Other { int A() => 1; } class More { public int Email { get; set; } }")]
    [InlineData("// a comment\nclass Other { int A() => 1; }")]
    [InlineData("partial class Other { int A() => 1; public partial int B { get; set; } } partial class Other { public partial int B { get => 1; set { } } }")]
    public void UnrelatedEdit_ChangesNoStep(string edited)
    {
        var build = Build.Of(Scenes.Usings, Contact, "class Other { int A() => 1; }");
        var compilation = build.Compilation();
        var driver = build.Driver().RunGenerators(compilation);

        driver = driver.RunGenerators(Replace(compilation, 2, edited));

        AssertUnchanged(driver, s_steps);
        Assert.Equal(2, driver.GetRunResult().GeneratedTrees.Length);
    }

    [Fact]
    public void EditOfABodyInTheGuardedType_ChangesNoStep()
    {
        var build = Build.Of(Scenes.Usings, Contact + " partial record Contact { int A() => 1; }");
        var compilation = build.Compilation();
        var driver = build.Driver().RunGenerators(compilation);

        driver = driver.RunGenerators(Replace(compilation, 1, Contact + " partial record Contact { int A() => 22; }"));

        AssertUnchanged(driver, s_steps);
    }

    [Fact]
    public void NewUnrelatedAdditionalFile_ChangesNoStep()
    {
        var build = Build.Of(Scenes.Usings, Contact);
        var compilation = build.Compilation();
        var driver = build.Driver().RunGenerators(compilation);

        driver = driver.AddAdditionalTexts([new TestAdditionalText("/0/notes.txt", "x")]).RunGenerators(compilation);

        AssertUnchanged(driver, [BuildInputs.PolicyStep, .. s_steps.Skip(2)]);
    }

    [Fact]
    public void EditOfThePolicy_LeavesCodeUnread_AndChangesTheOutput()
    {
        var build = Build.Of(Scenes.Usings, Contact);
        var compilation = build.Compilation();
        var texts = new TestAdditionalText(TestPolicy.DefaultPath, TestKit.Policies.Fabrikam);
        var driver = (build with { Policies = [] }).Driver(texts)
            .WithUpdatedAnalyzerConfigOptions(new TestOptionsProvider(build.Policies, build.Properties)).RunGenerators(compilation);

        var edited = new TestAdditionalText(TestPolicy.DefaultPath, TestKit.Policies.Fabrikam.Replace("\"Answer your questions\", \"basis\": \"contract\"", "\"Help\", \"basis\": \"consent\""));
        driver = driver.ReplaceAdditionalText(texts, edited).RunGenerators(compilation);

        AssertUnchanged(driver, [GuardedPropertyGenerator.CandidatesStep, PolicyConstantsGenerator.PlaceStep]);
        var generated = string.Concat(driver.GetRunResult().GeneratedTrees);
        Assert.Contains("Help", generated);
        Assert.Contains("__List0 = new string[] { \"support\" };", generated);
        Assert.Contains("__List0, global::System.Array.Empty<string>(), __KnownPurposes", generated);
    }

    [Fact]
    public void EditOfTheLabel_ReachesTheOutput()
    {
        var build = Build.Of(Scenes.Usings, Contact);
        var compilation = build.Compilation();
        var driver = build.Driver().RunGenerators(compilation);

        driver = driver.RunGenerators(Replace(compilation, 1, Contact.Replace("Purposes.Support", "Purposes.Billing")));

        Assert.Contains(driver.GetRunResult().Results, result => result.TrackedSteps.TryGetValue(GuardedPropertyGenerator.FilesStep, out var steps)
            && steps.SelectMany(step => step.Outputs).Any(output => output.Reason == IncrementalStepRunReason.Modified));
        Assert.Contains("\"billing\"", driver.GetRunResult().GeneratedTrees.Last().ToString());
    }

    [Fact]
    public void ProjectWithoutPurposeData_ReachesNoStepOfOurs()
    {
        var build = Build.Of("partial class A { int Body { get; set; } partial void M(); } class B { public int P => 1; }").WithPolicy(null);
        var driver = build.Driver().RunGenerators(build.Compilation());

        var steps = driver.GetRunResult().Results.SelectMany(result => result.TrackedSteps.Keys).ToHashSet();
        Assert.DoesNotContain(GuardedPropertyGenerator.CandidatesStep, steps);
        Assert.DoesNotContain(GuardedPropertyGenerator.ResolvedStep, steps);
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    private static Compilation Replace(Compilation compilation, int tree, string text)
    {
        var old = compilation.SyntaxTrees.ElementAt(tree);
        return compilation.ReplaceSyntaxTree(old, old.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text)));
    }

    private static void AssertUnchanged(GeneratorDriver driver, IEnumerable<string> steps)
    {
        foreach (var name in steps)
        {
            var runs = driver.GetRunResult().Results.Where(result => result.TrackedSteps.ContainsKey(name)).SelectMany(result => result.TrackedSteps[name]).ToList();
            Assert.NotEmpty(runs);
            Assert.All(runs.SelectMany(run => run.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {output.Reason}"));
        }
    }
}
