using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Policy;

/// <summary>ECRM1001 for a project that has labels, or reads members that a referenced project labels, and has no policy: once, at the first of them. Without a policy nothing can be judged, and silence would look like a clean bill.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyMissingAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.PolicyMissing);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Policy is not null)
        {
            return;
        }

        var labelled = new ConcurrentBag<ISymbol>();
        start.RegisterSymbolAction(
            context =>
            {
                if (!context.IsGeneratedCode && purposes.Labels.Of(context.Symbol, context.CancellationToken).Any(label => SymbolEqualityComparer.Default.Equals(label.Declaration, context.Symbol)))
                {
                    labelled.Add(context.Symbol);
                }
            },
            SymbolKind.Property, SymbolKind.Field, SymbolKind.Parameter, SymbolKind.Method);

        var reads = new ConcurrentBag<(Location Location, string Member)>();
        start.RegisterOperationAction(
            context =>
            {
                foreach (var (read, labels) in purposes.Reads.At(context.Operation, context.CancellationToken))
                {
                    if (read.Location.IsByHand(context.IsGeneratedCode)
                        && labels.Any(label => !SymbolEqualityComparer.Default.Equals(label.Declaration.ContainingAssembly, context.Compilation.Assembly)))
                    {
                        reads.Add((read.Location, SymbolNames.Display(read.Member)));
                    }
                }
            },
            LabelledReads.Kinds);

        start.RegisterCompilationEndAction(context =>
        {
            var found = labelled.Select(symbol => (Location: symbol.Locations[0], Member: SymbolNames.Display(symbol))).Concat(reads);
            if (found.OrderBy(one => one.Location, SourceOrder.Instance).FirstOrDefault() is { Location: not null } first)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.PolicyMissing, first.Location, first.Member));
            }
        });
    }
}
