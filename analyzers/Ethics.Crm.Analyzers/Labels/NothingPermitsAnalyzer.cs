using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>ECRM1102: a labelled member that no purpose permits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NothingPermitsAnalyzer : PurposeAnalyzer
{
    // A sentence that a person still reads; the others are of the same kind.
    private const int MostReasons = 3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.NothingPermits);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is not { } table)
        {
            return;
        }

        start.RegisterSymbolAction(
            context =>
            {
                if (context.IsGeneratedCode)
                {
                    return;
                }

                var labels = purposes.Labels.Of(context.Symbol, context.CancellationToken);
                if (labels.IsEmpty && !purposes.Keys.IsUsed)
                {
                    return;
                }

                if (context.Symbol.IsImplicitlyDeclared || PropertyParts.IsImplementing(context.Symbol) || StandsForProperty(context.Symbol))
                {
                    return;
                }

                Check(context, null, labels, table);
                foreach (var (key, underKey) in UnderKeys(purposes, context.Symbol, context.CancellationToken))
                {
                    Check(context, key, underKey, table);
                }
            },
            SymbolKind.Property, SymbolKind.Field, SymbolKind.Parameter, SymbolKind.Method);
    }

    /// <param name="key">Null for what lies under none.</param>
    private static void Check(SymbolAnalysisContext context, string? key, ImmutableArray<DeclaredLabel> labels, PolicyTable table)
    {
        if (!labels.IsEmpty && Gap(table, labels, context.Symbol) is { } remedy)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NothingPermits, context.Symbol.Locations[0], key is null ? SymbolNames.Display(context.Symbol) : KeyedMembers.Display(context.Symbol, key), Label(labels), remedy));
        }
    }

    /// <summary>What the policy says of the values under keys of this method or indexer; what it says of the declarations that it overrides or implements is told there.</summary>
    private static IEnumerable<(string Key, ImmutableArray<DeclaredLabel> Labels)> UnderKeys(PurposeContext purposes, ISymbol symbol, CancellationToken cancellationToken)
    {
        if (!purposes.Keys.IsUsed)
        {
            return [];
        }

        var keyed = purposes.Keys.Of(symbol, receiver: null);
        return keyed
            .Where(declaration => SymbolEqualityComparer.Default.Equals(declaration.Declaration, symbol))
            .SelectMany(declaration => declaration.Keys)
            .Where(key => key.Entry is not null)
            .Select(key => (KeyedMembers.Words(key), purposes.Keys.Labels(symbol, keyed, _ => key.Arguments, cancellationToken)));
    }

    /// <summary>Null when some purpose is permitted, or when another finding tells the reason.</summary>
    private static string? Gap(PolicyTable table, ImmutableArray<DeclaredLabel> labels, ISymbol symbol)
    {
        var common = table.Purposes.AsEnumerable();
        DeclaredLabel? empty = null;
        foreach (var label in labels)
        {
            if (IsToldElsewhere(table, label.Label))
            {
                return null;
            }

            var permitted = table.PermittedPurposes(label.Label);
            empty ??= permitted.Count == 0 ? label : null;
            common = common.Intersect(permitted, StringComparer.Ordinal);
        }

        if (empty is null)
        {
            return common.Any() ? null : "its declarations permit nothing in common";
        }

        if (!SymbolEqualityComparer.Default.Equals(empty.Declaration, symbol) && !empty.Declaration.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        return table.CollectedFor(empty.Label).Count == 0
            ? "add [CollectedFor], or collectedFor to its category in the policy"
            : $"what it was collected for is taken back, because {Messages.Words.List(TakenBack(table, empty.Label))}";
    }

    /// <summary>What stands against the purposes that it was collected for. A ceiling speaks once, however many there are.</summary>
    private static string[] TakenBack(PolicyTable table, DataLabel label)
        => table.Purposes
            .Select(purpose => table.Judge(label, purpose))
            .Where(verdict => verdict.Kind is not (VerdictKind.NotCollected or VerdictKind.NothingPermitted))
            .Select(verdict => verdict.Reason)
            .Distinct(StringComparer.Ordinal)
            .Take(MostReasons)
            .ToArray();

    /// <summary>Names that the policy does not know, and lists without a name, are findings of their own.</summary>
    private static bool IsToldElsewhere(PolicyTable table, DataLabel label)
        => (label.Category is { } category && !table.HasCategory(category)) || (label.CollectedFor is { } purposes && (purposes.Count == 0 || !purposes.All(table.HasPurposeOrBranch)));

    /// <summary>A record's positional parameter and its property are one thing to whoever wrote them.</summary>
    private static bool StandsForProperty(ISymbol symbol)
        => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } }
            && record.GetMembers(symbol.Name).Any(member => member is IPropertySymbol);

    private static string Label(ImmutableArray<DeclaredLabel> labels)
    {
        var categories = labels.Select(label => label.Label.Category).Where(category => category is not null).Distinct().Select(category => $"'{category}'").ToArray();
        return categories.Length == 0 ? "without category" : Messages.Words.List(categories);
    }
}
