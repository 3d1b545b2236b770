using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.TestKit;

#pragma warning disable RS1001, RS1036 // An analyzer of tests: no compiler finds it by its attribute.

/// <summary>
/// Tells whether a model that was handed out while the compiler worked has, at the end of the compilation, the very operations that the compiler bound then. That nothing is bound twice rests on it, and no
/// documentation promises it.
/// </summary>
public sealed class KeptModel : DiagnosticAnalyzer
{
    private readonly ConcurrentDictionary<SyntaxNode, IOperation> seen = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> kept = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new DiagnosticDescriptor("TEST0001", "t", "t", "t", DiagnosticSeverity.Warning, true)];

    /// <summary>Bodies that were looked at.</summary>
    public int Bodies { get; private set; }

    /// <summary>Those of which the kept model has the same object.</summary>
    public int FromKept { get; private set; }

    /// <summary>Those of which a model that is made anew has the same object.</summary>
    public int FromNew { get; private set; }

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var body in block.OperationBlocks)
                {
                    seen[body.Syntax] = body;
                }
            });
            start.RegisterSemanticModelAction(model => kept[model.SemanticModel.SyntaxTree] = model.SemanticModel);
            start.RegisterCompilationEndAction(end =>
            {
                var again = end.Compilation.Clone();
                foreach (var (syntax, body) in seen)
                {
                    Bodies++;
                    FromKept += ReferenceEquals(kept[syntax.SyntaxTree].GetOperation(syntax, end.CancellationToken), body) ? 1 : 0;
#pragma warning disable RS1030 // What a rule must not do is what is asked about.
                    FromNew += ReferenceEquals(again.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, end.CancellationToken), body) ? 1 : 0;
#pragma warning restore RS1030
                }
            });
        });
    }

    /// <summary>Runs it over a compilation.</summary>
    public static async Task<KeptModel> OfAsync(Compilation compilation)
    {
        var analyzer = new KeptModel();
        await compilation.WithAnalyzers([analyzer]).GetAllDiagnosticsAsync();
        return analyzer;
    }
}
