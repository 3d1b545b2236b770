using Ethics.Crm.Analyzers.Scopes;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Engine;

public sealed class GateTests
{
    [Fact]
    public void CompilationWithNeitherAttributesNorPolicy_HasNothing()
        => Assert.Null(Find(Create(ProductReferences.Framework)));

    [Fact]
    public void CompilationWithAttributes_HasAContext() => Assert.NotNull(Find(Create(ProductReferences.All)));

    [Fact]
    public void CompilationWithPolicyAlone_HasAContext() => Assert.NotNull(Find(Create(ProductReferences.Framework), TestPolicy.Of(Policies.Fabrikam)));

    [Fact]
    public void Context_IsSharedByTheRulesOfACompilationAndNotByTwoPolicies()
    {
        var compilation = Create(ProductReferences.All);
        var options = Options(TestPolicy.Of(Policies.Fabrikam));
        var first = PurposeContext.Find(compilation, options, default);

        Assert.Same(first, PurposeContext.Find(compilation, options, default));
        Assert.NotSame(first, PurposeContext.Find(compilation, Options(TestPolicy.Of("{}")), default));
    }

    [Fact]
    public void Context_FollowsTheBuildSettings()
    {
        var compilation = Create(ProductReferences.All);
        var policy = TestPolicy.Of(Policies.Fabrikam);
        AnalyzerOptions plain = Options(policy), strict = With(plain, policy, "EthicsCrmStrict", "true");

        Assert.False(PurposeContext.Find(compilation, plain, default)!.IsStrict);
        Assert.True(PurposeContext.Find(compilation, strict, default)!.IsStrict);
        Assert.False(PurposeContext.Find(compilation, With(plain, policy, "EthicsCrmGuard", "false"), default)!.IsGuarding);
        Assert.Null(PurposeContext.Find(compilation, With(plain, policy with { Kind = "none" }, "EthicsCrmStrict", "true"), default)!.Policy);
        Assert.Same(PurposeContext.Find(compilation, plain, default), PurposeContext.Find(compilation, With(plain, policy, "LangVersion", "14"), default));
        Assert.Same(PurposeContext.Find(compilation, strict, default), PurposeContext.Find(compilation, With(plain, policy, "EthicsCrmStrict", "true"), default));
    }

    /// <summary>A rule that registers nothing is never called: a program without purpose data pays for one look-up.</summary>
    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(false, true, 1)]
    [InlineData(true, true, 1)]
    public async Task CompilationWithoutPurposeData_HasNoWorkDone(bool attributes, bool policy, int least)
    {
        var compilation = Create(attributes ? ProductReferences.All : ProductReferences.Framework).AddSyntaxTrees(CSharpSyntaxTree.ParseText("class A { string P { get; set; } = \"\"; string M(A a) => a.P; }"));
        var run = compilation.WithAnalyzers(Rules.All, policy ? Options(TestPolicy.Of(Policies.Fabrikam)) : Options());
        Assert.Empty(await run.GetAnalyzerDiagnosticsAsync());

        foreach (var rule in Rules.All)
        {
            var work = await run.GetAnalyzerTelemetryInfoAsync(rule, default);
            var actions = work.OperationActionsCount + work.OperationBlockActionsCount + work.OperationBlockStartActionsCount + work.SymbolActionsCount + work.SymbolStartActionsCount
                + work.SyntaxNodeActionsCount + work.SyntaxTreeActionsCount + work.SemanticModelActionsCount + work.AdditionalFileActionsCount + work.CompilationActionsCount + work.CompilationEndActionsCount + work.CodeBlockActionsCount + work.CodeBlockStartActionsCount;
            Assert.True(rule is Ethics.Crm.Analyzers.Policy.PolicyMissingAnalyzer ? actions == 0 : least == 0 ? actions == 0 : actions > 0 || rule is ScopeLeftOpenAnalyzer, rule.GetType().Name + ": " + actions);
        }
    }

    private static AnalyzerOptions With(AnalyzerOptions options, TestPolicy policy, string property, string value)
        => new(options.AdditionalFiles, new TestOptionsProvider([policy], new Dictionary<string, string> { [property] = value }));

    private static CSharpCompilation Create(IEnumerable<MetadataReference> references) => CSharpCompilation.Create("X", references: references);

    private static PurposeContext? Find(Compilation compilation, params TestPolicy[] policies) => PurposeContext.Find(compilation, Options(policies), default);

    private static AnalyzerOptions Options(params TestPolicy[] policies)
        => new([.. policies.Select(policy => new TestAdditionalText(policy.Path, policy.Text))], new TestOptionsProvider(policies, new Dictionary<string, string>()));
}
