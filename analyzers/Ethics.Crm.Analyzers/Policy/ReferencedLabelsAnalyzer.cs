using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Policy;

/// <summary>
/// ECRM1003 for a reference that was built under another policy. By what it records of that policy: once, in this project's policy file, with every name that this one
/// does not know. What it does not record, because it was built without policy, is judged by its labels: once for each name, at the first read.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReferencedLabelsAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.ReferenceOfAnotherPolicy, RuleDescriptors.ReferenceRecordsAnotherPolicy);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes is not { Table: { } table, Policy: { } policy })
        {
            return;
        }

        var recorded = new ReferencedPolicies(start.Compilation, table, start.CancellationToken);
        start.RegisterAdditionalFileAction(context =>
        {
            if (context.AdditionalFile != policy.Policies[0])
            {
                return;
            }

            foreach (var (assembly, names) in recorded.All)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    RuleDescriptors.ReferenceRecordsAnotherPolicy, Location.Create(context.AdditionalFile.Path, default, default), assembly, names, names.Count == 1 ? "it" : "them"));
            }
        });

        // Where no reference can say anything, its reads need no look: that is nearly every project's case.
        if (!start.Compilation.SourceModule.ReferencedAssemblySymbols.Any(purposes.Labels.MaySpeak))
        {
            return;
        }

        var found = new ConcurrentBag<(Location Location, ISymbol Declaration, string Word, string Name)>();
        start.RegisterOperationAction(
            context =>
            {
                if (!context.IsInFileByHand())
                {
                    return;
                }

                foreach (var (read, labels) in purposes.Reads.At(context.Operation, context.CancellationToken))
                {
                    foreach (var label in labels)
                    {
                        // A wrong name in this project's own attributes is an ECRM1101.
                        if (!SymbolEqualityComparer.Default.Equals(label.Declaration.ContainingAssembly, context.Compilation.Assembly) && read.Location.IsByHand(context.IsGeneratedCode))
                        {
                            foreach (var (word, name) in Unknown(table, label.Source).Where(one => !recorded.Tells(label.Declaration.ContainingAssembly.Name, one.Word, one.Name)))
                            {
                                found.Add((read.Location, label.Declaration, word, name));
                            }
                        }
                    }
                }
            },
            LabelledReads.Kinds);

        start.RegisterCompilationEndAction(context =>
        {
            foreach (var same in found.GroupBy(one => (one.Declaration.ContainingAssembly.Name, one.Word, one.Name)))
            {
                var (location, declaration, word, name) = same.OrderBy(one => one.Location, SourceOrder.Instance).First();
                context.ReportDiagnostic(Diagnostic.Create(
                    RuleDescriptors.ReferenceOfAnotherPolicy, location, SymbolNames.Display(declaration), declaration.ContainingAssembly.Name, word, name));
            }
        });
    }

    private static IEnumerable<(string Word, string Name)> Unknown(PolicyTable table, LabelSource source)
    {
        if (source.Category is { } category && !table.HasCategory(category))
        {
            yield return (ForeignNames.Category, category);
        }

        foreach (var purpose in source.CollectedFor ?? [])
        {
            if (!table.HasPurposeOrBranch(purpose))
            {
                yield return (ForeignNames.Purpose, purpose);
            }
        }
    }
}
