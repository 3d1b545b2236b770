using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>Base of the rules about direct reads: hands over every read of a labelled member that a person wrote. Members without label cost one look-up.</summary>
public abstract class LabelledReadAnalyzer : PurposeAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is not { } table)
        {
            return;
        }

        start.RegisterOperationAction(
            context =>
            {
                if (MemberReads.Member(context.Operation) is { } member
                    && purposes.Reads.Of(context.Operation, member, context.CancellationToken) is { IsEmpty: false } labels
                    && MemberReads.IsRead(context.Operation))
                {
                    var read = new MemberRead(member, context.Operation, context.Operation.Syntax);
                    if (read.Location.IsByHand(context.IsGeneratedCode))
                    {
                        Check(context, read, labels, purposes, table);
                    }
                }
            },
            MemberReads.Kinds);

        start.RegisterOperationAction(
            context =>
            {
                foreach (var read in DeconstructionReads.In(context.Operation))
                {
                    if (purposes.Labels.Of(read.Member, context.CancellationToken) is { IsEmpty: false } labels && read.Location.IsByHand(context.IsGeneratedCode))
                    {
                        Check(context, read, labels, purposes, table);
                    }
                }
            },
            DeconstructionReads.Kinds);
    }

    private protected abstract void Check(
        OperationAnalysisContext context, MemberRead read, ImmutableArray<DeclaredLabel> labels, PurposeContext purposes, PolicyTable table);
}
