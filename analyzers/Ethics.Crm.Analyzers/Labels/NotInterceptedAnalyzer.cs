using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>
/// ECRM1106: a labelled property whose reads do not pass through the gate. One finding as long as the project guards nothing, so that a policy laid over old code
/// does not start with a flood; then one for each.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotInterceptedAnalyzer : PurposeAnalyzer
{
    /// <summary>In the finding's properties when a fix can do something: a <see cref="PropertyRepair"/>, which holds for its additional locations too.</summary>
    internal const string RepairProperty = "repair";

    /// <summary>How the names of files end in which the generator implements properties.</summary>
    internal const string GeneratedFileEnding = GeneratedFiles.Guards;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.NotIntercepted);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is null)
        {
            return;
        }

        var interception = new Interception(purposes);
        var unguarded = new Lazy<ImmutableArray<Unguarded>>(() => interception.FindAll(start.CancellationToken));
        start.RegisterSymbolAction(
            context =>
            {
                // Not by the property: the compiler passes over one of which another generator has marked its part.
                var type = (INamedTypeSymbol)context.Symbol;
                foreach (var told in interception.InspectContracts(type, context.CancellationToken).Select(found => Tell(interception, unguarded, found)).OfType<Diagnostic>())
                {
                    context.ReportDiagnostic(told);
                }

                foreach (var member in type.GetMembers())
                {
                    if (interception.Inspect(member, context.CancellationToken) is { } found && Tell(interception, unguarded, found) is { } told)
                    {
                        context.ReportDiagnostic(told);
                    }
                }
            },
            SymbolKind.NamedType);
    }

    private static Diagnostic? Tell(Interception interception, Lazy<ImmutableArray<Unguarded>> unguarded, Unguarded found)
    {
        if (interception.GuardsAny)
        {
            return Report(found, found.Reason, []);
        }

        if (unguarded.Value is not { IsEmpty: false } all || Leader(all) is not { } leader || leader.Location != found.Location || !SymbolEqualityComparer.Default.Equals(leader.Member, found.Member))
        {
            return null;
        }

        var reason = all.Length == 1 ? found.Reason : $"{found.Reason}; this project guards none of its {all.Length} labelled properties";
        return Report(found, reason, all.Where(other => other.Repair != PropertyRepair.None && other.Location != found.Location).Select(other => other.Location));
    }

    /// <summary>The first that a fix can begin with, so that one is at hand wherever there is something to fix.</summary>
    private static Unguarded Leader(ImmutableArray<Unguarded> all) => all.FirstOrDefault(one => one.Repair != PropertyRepair.None) ?? all[0];

    private static Diagnostic Report(Unguarded found, string reason, IEnumerable<Location> others)
        => Diagnostic.Create(
            RuleDescriptors.NotIntercepted,
            found.Location,
            others,
            found.Repair == PropertyRepair.None ? null : ImmutableDictionary<string, string?>.Empty.Add(RepairProperty, found.Repair.ToString()),
            SymbolNames.Display(found.Member),
            reason);
}
