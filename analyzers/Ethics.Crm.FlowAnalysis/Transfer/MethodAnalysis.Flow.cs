using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>The walk through one graph: block by block, along every branch that may be taken, until nothing new is known anywhere.</summary>
internal sealed partial class MethodAnalysis
{
    private Store EachWay(Store entry)
    {
        if (!SymbolEqualityComparer.Default.Equals(graph.Of, method))
        {
            // What nothing writes is the same in lambdas and local functions. They are walked once for all ways, so of several nothing is known.
            graph.Known = ways.Count == 1 ? ways[0].WithoutParts() : Way.NothingKnown;
            return Flow(entry);
        }

        Store? all = null;
        foreach (var known in ways)
        {
            graph.Known = known;
            var end = Flow(entry);
            all = all?.Join(end) ?? end;
        }

        return all!;
    }

    /// <summary>To the fixed point, blocks in their order; the store at the end.</summary>
    private Store Flow(Store entry)
    {
        // Behind the blocks they stand once more, for `finally` on the way of an exception: what is known there does not come to what follows it.
        var blocks = graph.Body.Blocks;
        var states = new Store?[blocks.Length * 2];
        states[0] = entry;
        var pending = new bool[states.Length];
        pending[0] = true;
        var successors = new List<(int Target, Store State)>();
        while (System.Array.IndexOf(pending, true) is >= 0 and var number)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pending[number] = false;
            var block = blocks[number % blocks.Length];
            store = states[number]!;
            current = block;
            beforeAnything = beforeRuntime = failing = null;
            var isGuarded = graph.HandlersOf(block).Count > 0;
            foreach (var operation in block.Operations)
            {
                if (!solver.Spend(0))
                {
                    break;
                }

                at = operation.Syntax;
                var before = store;
                Evaluate(operation);
                if (isGuarded)
                {
                    MayHaveThrown(operation, before);
                }
            }

            at = block.BranchValue?.Syntax ?? at;
            var last = store;
            var value = block.BranchValue is { } branch ? Evaluate(branch) : FlowValue.None;
            if (isGuarded && block.BranchValue is { } asked)
            {
                MayHaveThrown(asked, last);
            }

            if (block.ConditionKind != ControlFlowConditionKind.None)
            {
                Decide(block.BranchValue!.Syntax, value);
            }

            successors.Clear();
            AddSuccessors(successors, block, value, number >= blocks.Length);
            foreach (var (target, state) in successors)
            {
                var next = states[target] is { } known ? known.Join(state) : state;
                if (states[target] is not { } old || !old.IsSame(next))
                {
                    states[target] = next;
                    pending[target] = true;
                }
            }

            foreach (var end in graph.NewlyLeft())
            {
                pending[end] |= states[end] is not null;
            }

            if (!solver.Spend(1))
            {
                break;
            }
        }

        return states[blocks.Length - 1] ?? entry;
    }

    /// <param name="successors">Gets the blocks to which it goes on, and what is known on the way to each.</param>
    private void AddSuccessors(List<(int Target, Store State)> successors, BasicBlock block, FlowValue value, bool isFailing)
    {
        var failing = graph.Body.Blocks.Length;
        if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw })
        {
            Throw(value);
        }
        else if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Rethrow })
        {
            Throw(Caught());
        }

        // An exception also goes on behind a `finally`, and behind a filter that does not take it.
        if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Error }
            || (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling } && (isFailing || !Graph.IsInFinally(block.EnclosingRegion))))
        {
            (beforeAnything, beforeRuntime) = (beforeAnything?.Join(store) ?? store, beforeRuntime?.Join(store) ?? store);
        }

        foreach (var handler in graph.HandlersOf(block))
        {
            if (FoundBy(handler) is not { } entry)
            {
                continue;
            }

            if (handler.Kind == ControlFlowRegionKind.Finally)
            {
                successors.Add((failing + handler.FirstBlockOrdinal, entry));
                continue;
            }

            // A handler inside a `finally` may be on either way.
            successors.Add((handler.FirstBlockOrdinal, entry));
            if (isFailing && Graph.IsInFinally(handler))
            {
                successors.Add((failing + handler.FirstBlockOrdinal, entry));
            }
        }

        for (var i = 0; i < 2; i++)
        {
            var branch = i == 0 ? block.FallThroughSuccessor : block.ConditionalSuccessor;
            if (branch is null || graph.IsDead(block, branch))
            {
                continue;
            }

            switch (branch.Semantics)
            {
                case ControlFlowBranchSemantics.Return when block.BranchValue is not null:
                    graph.Result = graph.Result.And(value);
                    CrossResult(block.BranchValue, value);
                    if (graph.Of.ReturnsByRef || graph.Of.ReturnsByRefReadonly)
                    {
                        graph.References.UnionWith(Places(block.BranchValue));
                    }

                    break;
                case ControlFlowBranchSemantics.StructuredExceptionHandling when !isFailing:
                    foreach (var after in graph.AfterFinally(block))
                    {
                        successors.Add((after, store));
                    }

                    break;
            }

            if (branch.Destination is not { } destination)
            {
                continue;
            }

            if (branch.FinallyRegions.IsEmpty)
            {
                successors.Add((isFailing && Graph.IsInFinally(destination.EnclosingRegion) ? failing + destination.Ordinal : destination.Ordinal, store));
            }
            else
            {
                graph.Leave(branch);
                successors.Add((branch.FinallyRegions[0].FirstBlockOrdinal, store));
            }
        }
    }
}
