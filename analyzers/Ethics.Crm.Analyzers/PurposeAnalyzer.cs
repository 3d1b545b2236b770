using Ethics.Crm.FlowAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers;

/// <summary>Base of all rules: nothing is registered in a compilation that has neither a policy nor the attributes.</summary>
public abstract class PurposeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        // Generated code is analysed because views are; each rule reports there only what maps to a file that a person wrote.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (PurposeContext.Find(start.Compilation, start.Options, start.CancellationToken) is { } purposes)
            {
                Register(start, purposes);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext start, PurposeContext purposes);
}
