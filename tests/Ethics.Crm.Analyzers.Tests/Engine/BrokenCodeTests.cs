using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>An editor analyses code while it is being written. Whatever is missing or wrong in it, no rule may fail.</summary>
public sealed class BrokenCodeTests
{
    private static readonly TestPolicy Policy = TestPolicy.Of("""
        {
          "version": 1,
          "categories": { "any": { "collectedFor": ["support"] } },
          "purposes": { "support": { "basis": "contract" }, "marketing": { "basis": "consent" } },
          "fields": {
            "**": { "category": "any" }, "**()": { "category": "any" }, "**#value": { "category": "any" },
            "**.Get(key: \"x\")": { "category": "any" }, "**.this[key: \"x\"]": { "category": "any" }
          },
          "code": { "Acme.Only.**": { "purposes": ["support"], "only": true }, "**": ["marketing"] }
        }
        """);

    [Theory]
    [InlineData("cyclic base", "class A : B { public string P => Q; } class B : A { public string Q => P; }")]
    [InlineData("own base", "class A : A { [DataSubjectId] public int Id; string P => base.P; }")]
    [InlineData("cyclic interfaces", "interface I : J { string P { get; } } interface J : I { } class C : I { public string P => P; }")]
    [InlineData("cyclic structs", "struct S { T t; [DataSubjectId] T Id; } struct T { S s; [DataSubjectId] S Id; }")]
    [InlineData("wrapper of itself", "class W { W w = null!; [DataSubjectId] public W Id => w; string P = \"\"; }")]
    [InlineData("generic recursion", "class G<T> : G<G<T>> { [DataSubjectId] public G<T> Id; string P; }")]
    [InlineData("missing base", "[ForPurpose(\"support\")] class A : Missing, IMissing<A> { public override string P => base.P; [DataSubjectId] public Missing Id { get; } }")]
    [InlineData("missing attribute", "[Missing(\"x\"), ForPurpose(Missing.X, null, 3)] class A { [DataCategory] string P; [DataCategory(x:)] string Q; [DataSubjectId(typeof(Missing))] int Id; }")]
    [InlineData("missing call", "class A { void M() { using (PurposeScope.Enter(Missing.X)) { Missing.Get(\"x\"); this.Missing[\"x\"] = Missing.P; } } }")]
    [InlineData("wrong arguments", "class A { string Get(string key) => key; void M() { Get(); Get(1, 2); Get(key: ); Get(nokey: \"x\"); PurposeScope.Enter(); PurposeScope.Run(); PurposeScope.Run(\"x\"); PurposeScope.Enter(1); } }")]
    [InlineData("half a scope", "class A { void M() { using (PurposeScope. } void N() { using var s = PurposeScope.Enter( } void O() { using var s = ; using () { } } }")]
    [InlineData("yield outside an iterator", "class A { void M() { using (PurposeScope.Enter(\"x\")) { yield return 1; } } int N() { yield return 1; } } yield return 1;")]
    [InlineData("half a lambda", "class A { System.Func<string, string> F = [ForPurpose( x => x. ; object G = [ForPurpose(\"support\")] => ; }")]
    [InlineData("half a pattern", "class A { string P; bool M(A a) => a is { P: } or { P.: 1 } or { : } or (1, ) or [ ; }")]
    [InlineData("half a deconstruction", "record R(string P, int Q); class A { void M(R r) { var (a, ) = r; var (a, b, c) = r; (r.P, ) = r; foreach (var (x) in r) { } foreach (var (x, y) in ) { } } }")]
    [InlineData("wrong deconstruction", "class A { void Deconstruct(out int a) => a = 1; void Deconstruct(out string a, out A b) { } void M(A x) { var (p, (q, r)) = x; } }")]
    [InlineData("half an assignment", "class A { string P; void M(A a) { a.P = ; = a.P; a.P += ; ++; a.P.; nameof(); nameof(a.); } }")]
    [InlineData("duplicates", "class A { string P; string P { get; } string P() => P; } class A { [DataSubjectId] int Id; [DataSubjectId] int Id; } record R(string P, string P);")]
    [InlineData("empty names", "class { string ; string [] ; [DataCategory(\"any\")] } namespace { } interface { string P { get; } }")]
    [InlineData("abstract with body", "abstract class A { abstract string P { get => P; } abstract void M() { } partial string Q { get; } extern string R(); }")]
    [InlineData("error types as ids", "class A { [DataSubjectId] public Missing[] A1; [DataSubjectId] public Missing? A2; [DataSubjectId] public (Missing, int) A3; [DataSubjectId] public void A4; string P; }")]
    [InlineData("endpoint without chain", "static class X { static void ForPurpose(this string s, string p) { } } class A { void M() { \"\".ForPurpose(); ForPurpose(\"x\"); \"\".ForPurpose(\"x\").ForPurpose; } }")]
    [InlineData("extension block", "static class X { extension( { string P => \"\"; } extension(Missing m) { string P => m.P; } }")]
    [InlineData("beyond the ceiling", "namespace Acme { [ForPurpose(\"marketing\"] class Only { [ForPurpose(\"marketing\")] string P => [ForPurpose(\"marketing\")] () => ; [ForPurpose(\"marketing\")] } }")]
    [InlineData("directives", "#if X\nclass A {\n#else\nclass A { string P => P;\n#endif\n#line 7 \"x.cshtml\"\n string Q => P; }")]
    [InlineData("nothing", "")]
    public async Task BrokenCode_RaisesNoException(string form, string source)
    {
        Assert.NotEmpty(form);
        Assert.Empty(await FailuresAsync(TestCompilation.Create("using Ethics.Crm;\n" + source)));
    }

    /// <summary>Real code, of which every so-manieth line is missing; and with it half of what it references.</summary>
    [Theory]
    [InlineData("src/Ethics.Crm.Policy", 7, true)]
    [InlineData("src/Ethics.Crm.Abstractions", 5, false)]
    [InlineData("analyzers/Ethics.Crm.FlowAnalysis", 11, false)]
    [InlineData("analyzers/Ethics.Crm.FlowAnalysis", 3, true)]
    public async Task DamagedSources_RaiseNoException(string folder, int step, bool withReferences)
    {
        var trees = OwnSources.Of(folder)
            .Select((file, index) => CSharpSyntaxTree.ParseText(string.Join('\n', File.ReadAllLines(file).Where((_, line) => (line + index) % step != 0)), path: file))
            .ToArray();
        var references = withReferences ? ProductReferences.All : ProductReferences.Framework.Take(ProductReferences.Framework.Count / 2);

        Assert.NotEmpty(trees);
        Assert.Empty(await FailuresAsync(CSharpCompilation.Create("Own", trees, references, TestSettings.CompilationOptions)));
    }

    [Fact]
    public async Task NoFrameworkAtAll_RaisesNoException()
        => Assert.Empty(await FailuresAsync(CSharpCompilation.Create("X", [CSharpSyntaxTree.ParseText("using Ethics.Crm; class A { [DataSubjectId] int Id; string P => P; void M() { using (PurposeScope.Enter(P)) { } } }")])));

    private static async Task<string[]> FailuresAsync(Compilation compilation)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new TestAdditionalText(Policy.Path, Policy.Text)], new TestOptionsProvider([Policy], new Dictionary<string, string> { ["EthicsCrmStrict"] = "true" })),
            (exception, analyzer, _) => failures.Add(analyzer.GetType().Name + ": " + exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);

        await new CompilationWithAnalyzers(compilation, Rules.All, options).GetAnalyzerDiagnosticsAsync();
        return [.. failures];
    }
}
