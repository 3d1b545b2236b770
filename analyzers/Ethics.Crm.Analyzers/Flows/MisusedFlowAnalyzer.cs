using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.Solver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>ECRM2002: a value of a labelled member flows into code for a purpose it was not collected for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisusedFlowAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.MisusedFlow);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is null)
        {
            return;
        }

        var index = new CallIndex();
        var bodies = new BodyProvider(start.Compilation);
        start.RegisterOperationAction(
            context =>
            {
                if (context.ContainingSymbol is not IMethodSymbol method)
                {
                    return;
                }

                if (MemberReads.Member(context.Operation) is { } member)
                {
                    if (SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, start.Compilation.Assembly))
                    {
                        index.AddCall(method, member);
                    }

                    if (purposes.Reads.MayBeLabelled(member, MemberReads.Receiver(context.Operation), context.CancellationToken))
                    {
                        index.AddReader(method);
                    }
                }
                else if (context.Operation is Microsoft.CodeAnalysis.Operations.IObjectCreationOperation { Constructor: { } constructor }
                    && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, start.Compilation.Assembly))
                {
                    index.AddCall(method, constructor);
                }
                else if (!purposes.Reads.In(context.Operation, context.CancellationToken).IsEmpty)
                {
                    index.AddReader(method);
                }
            },
            LabelledReads.Kinds.Add(OperationKind.ObjectCreation));
        start.RegisterSemanticModelAction(context => bodies.Keep(context.SemanticModel));
        start.RegisterCompilationEndAction(context =>
        {
            if (index.HasReaders)
            {
                foreach (var found in new FlowSolver(purposes, bodies, index, context.CancellationToken).Solve().Select(finding => Describe(purposes, finding)).OfType<Diagnostic>().OrderBy(one => one.Location, SourceOrder.Instance).ThenBy(one => one.GetMessage(), StringComparer.Ordinal))
                {
                    context.ReportDiagnostic(found);
                }
            }

            bodies.Drop();
        });
    }

    private static Diagnostic? Describe(PurposeContext purposes, FlowFinding finding)
    {
        var names = finding.Purposes.Where(name => name.Length > 0).ToImmutableArray();
        if (ReadVerdict.Of(purposes.Table!, finding.Source.Read.Labels, names) is not { } verdict)
        {
            return null;
        }

        var steps = finding.Trail?.Steps() ?? [];
        return Diagnostic.Create(
            RuleDescriptors.MisusedFlow,
            OperationNames.NameOf(finding.Syntax).GetLocation(),
            steps.Select(step => OperationNames.NameOf(step.Syntax).GetLocation()),
            ImmutableDictionary<string, string?>.Empty.Add("trace", string.Join("; ", steps.Select((step, number) => $"{number + 1}. {step.Word}"))),
            finding.Source.Name,
            verdict.Permitted,
            finding.Target,
            verdict.Refused.IsEmpty ? "no purpose" : Words.List(verdict.Refused));
    }
}
