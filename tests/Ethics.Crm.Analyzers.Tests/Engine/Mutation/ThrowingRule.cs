using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Engine.Mutation;

#pragma warning disable RS1001, RS1036 // An analyzer of tests: no compiler finds it by its attribute.

/// <summary>Fails on each type.</summary>
internal sealed class ThrowingRule : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new DiagnosticDescriptor("TEST0002", "t", "t", "t", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static _ => throw new InvalidOperationException("on purpose"), SymbolKind.NamedType);
    }
}
