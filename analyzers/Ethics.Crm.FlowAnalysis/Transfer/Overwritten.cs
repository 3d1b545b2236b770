using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>The variables of the method around it that a lambda or local function has put something else into whenever it returns: what they held before it ran is gone.</summary>
internal static class Overwritten
{
    private static readonly ConditionalWeakTable<ControlFlowGraph, IReadOnlyList<ISymbol>> Known = new();

    /// <param name="of">The function of which this is the body.</param>
    public static IReadOnlyList<ISymbol> By(ControlFlowGraph body, IMethodSymbol of) => Known.GetValue(body, one => Find(one, of));

    private static IReadOnlyList<ISymbol> Find(ControlFlowGraph body, IMethodSymbol of)
    {
        Dictionary<ISymbol, HashSet<int>>? written = null;
        foreach (var block in body.Blocks)
        {
            // Where an exception is caught, or passes a `finally`, it leaves a block anywhere.
            if (IsGuarded(block.EnclosingRegion))
            {
                return [];
            }

            foreach (var operation in block.Operations)
            {
                if (operation is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment } && VariableOf(assignment.Target) is { } variable && !IsInside(variable, of))
                {
                    written ??= new(SymbolEqualityComparer.Default);
                    if (!written.TryGetValue(variable, out var blocks))
                    {
                        written.Add(variable, blocks = []);
                    }

                    blocks.Add(block.Ordinal);
                }
            }
        }

        return written is null ? [] : [.. written.Where(one => !MayPass(body, one.Value)).Select(static one => one.Key)];
    }

    private static bool IsGuarded(ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind is not (ControlFlowRegionKind.Root or ControlFlowRegionKind.LocalLifetime))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };

    private static bool IsInside(ISymbol variable, IMethodSymbol function)
    {
        for (var owner = variable.ContainingSymbol; owner is not null; owner = owner.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(owner, function))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a way leads from the beginning to the end that touches none of these blocks.</summary>
    private static bool MayPass(ControlFlowGraph body, HashSet<int> blocks)
    {
        var seen = new HashSet<int> { 0 };
        var pending = new Stack<BasicBlock>();
        pending.Push(body.Blocks[0]);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (block.Kind == BasicBlockKind.Exit)
            {
                return true;
            }

            if (blocks.Contains(block.Ordinal))
            {
                continue;
            }

            Go(block.FallThroughSuccessor);
            Go(block.ConditionalSuccessor);
        }

        return false;

        void Go(ControlFlowBranch? branch)
        {
            if (branch?.Destination is { } next && seen.Add(next.Ordinal))
            {
                pending.Push(next);
            }
        }
    }
}
