using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Timed;

/// <summary>What an analyzer registers at the beginning. Whatever no analyzer of ours registers is refused, so that nothing runs untimed.</summary>
internal sealed class TimedContext(AnalysisContext inner, string name) : AnalysisContext
{
    public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => inner.ConfigureGeneratedCodeAnalysis(analysisMode);

    public override void EnableConcurrentExecution() => inner.EnableConcurrentExecution();

    public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action)
    {
        var timed = Timer.Of<CompilationStartAnalysisContext>(name, "compilation start", start => action(new TimedStart(start, name)));
        inner.RegisterCompilationStartAction(timed);
    }

    public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw Timer.NotTimed();

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Timer.NotTimed();

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw Timer.NotTimed();

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Timer.NotTimed();

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Timer.NotTimed();

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Timer.NotTimed();

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Timer.NotTimed();
}

/// <summary>What an analyzer registers for one compilation.</summary>
internal sealed class TimedStart(CompilationStartAnalysisContext inner, string name) : CompilationStartAnalysisContext(inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => inner.RegisterCompilationEndAction(Timer.Of(name, "compilation end", action));

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => inner.RegisterSemanticModelAction(Timer.Of(name, "semantic model", action));

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => inner.RegisterSymbolAction(Timer.Of(name, "symbol", action), symbolKinds);

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => inner.RegisterSyntaxNodeAction(Timer.Of(name, "syntax node", action), syntaxKinds);

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => inner.RegisterOperationAction(Timer.Of(name, "operation", action), operationKinds);

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action)
        => inner.RegisterOperationBlockStartAction(Timer.Of<OperationBlockStartAnalysisContext>(name, "block start", block => action(new TimedBlock(block, name))));

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) => inner.RegisterOperationBlockAction(Timer.Of(name, "block", action));

    public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) => inner.RegisterAdditionalFileAction(Timer.Of(name, "additional file", action));

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Timer.NotTimed();

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Timer.NotTimed();

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Timer.NotTimed();
}

/// <summary>What an analyzer registers for one body.</summary>
internal sealed class TimedBlock(OperationBlockStartAnalysisContext inner, string name)
    : OperationBlockStartAnalysisContext(inner.OperationBlocks, inner.OwningSymbol, inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterOperationBlockEndAction(Action<OperationBlockAnalysisContext> action) => inner.RegisterOperationBlockEndAction(Timer.Of(name, "block end", action));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => inner.RegisterOperationAction(Timer.Of(name, "operation of a block", action), operationKinds);
}

internal static class Timer
{
    public static Action<TContext> Of<TContext>(string analyzer, string kind, Action<TContext> action)
    {
        var sum = Times.Of(analyzer, kind);
        return context =>
        {
            var start = Times.Now();
            try
            {
                action(context);
            }
            finally
            {
                sum.Add(Times.Now() - start);
            }
        };
    }

    public static NotSupportedException NotTimed() => new("The benchmark does not time this kind of callback yet.");
}
