using Ethics.Crm.FlowAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers;

/// <summary>
/// Base of all rules: nothing is registered in a compilation that has neither a policy nor the attributes. Where one analyzer asks for generated code, the compiler
/// makes operations of every generated body: among many guarded properties that was most of what the rules cost. Only views are worth it, so <see cref="ViewsAnalyzer"/>
/// runs the rules in a project that has some.
/// </summary>
public abstract class PurposeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (PurposeContext.Find(start.Compilation, start.Options, start.CancellationToken) is { HasViews: false } purposes)
            {
                Register(start, purposes);
            }
        });
    }

    /// <summary>In a project with views, generated code comes too: each rule reports only what maps to a file that a person wrote.</summary>
    internal abstract void Register(CompilationStartAnalysisContext start, PurposeContext purposes);
}
