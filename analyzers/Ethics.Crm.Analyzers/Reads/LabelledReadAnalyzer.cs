using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>Base of the rules about direct reads: hands over every read of a labelled member that a person wrote.</summary>
public abstract class LabelledReadAnalyzer : PurposeAnalyzer
{
    internal sealed override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is not { } table)
        {
            return;
        }

        // Asked once for a file, and before anything is looked at: a rule that is off costs nothing.
        var off = new HashSet<SyntaxTree>(start.Compilation.SyntaxTrees.Where(tree => IsOff(purposes, tree, start.CancellationToken)));
        if (off.Count > 0 && start.Compilation.SyntaxTrees.All(off.Contains))
        {
            return;
        }

        start.RegisterOperationAction(
            context =>
            {
                if ((off.Count > 0 && off.Contains(context.Operation.Syntax.SyntaxTree)) || !context.IsInFileByHand())
                {
                    return;
                }

                foreach (var (read, labels) in purposes.Reads.At(context.Operation, context.CancellationToken))
                {
                    if (read.Location.IsByHand(context.IsGeneratedCode))
                    {
                        Check(context, read, labels, purposes, table);
                    }
                }
            },
            LabelledReads.Kinds);
    }

    /// <summary>Whether the rule says nothing in a file, whatever stands in it.</summary>
    private protected virtual bool IsOff(PurposeContext purposes, SyntaxTree tree, CancellationToken cancellationToken) => false;

    private protected abstract void Check(
        OperationAnalysisContext context, MemberRead read, ImmutableArray<DeclaredLabel> labels, PurposeContext purposes, PolicyTable table);
}
