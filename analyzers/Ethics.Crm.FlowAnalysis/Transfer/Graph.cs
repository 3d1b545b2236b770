using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>One graph while it is walked: what it returns, where handed-in values arrive, and the ways that exceptions and <c>finally</c> take.</summary>
internal sealed partial class Graph(ControlFlowGraph body, IMethodSymbol of, SettledMembers settled)
{
    private readonly Dictionary<ControlFlowRegion, HashSet<int>> leaving = new();
    private readonly HashSet<ControlFlowRegion> newlyLeft = new();
    private readonly Dictionary<SyntaxNode, bool> once = new();
    private readonly Dictionary<ControlFlowRegion, IReadOnlyList<ControlFlowRegion>> handlers = new();

    // One by one into a set that is an array, tens of thousands of them cost minutes.
    private readonly Dictionary<InputArrival, InputArrival> arrived = new();
    private bool? hasLabels;

    public ControlFlowGraph Body => body;

    public IMethodSymbol Of => of;

    public FlowValue Result { get; set; } = FlowValue.None;

    public FlatSet<InputArrival> Arrivals => FlatSet<InputArrival>.Of(arrived.Values);

    /// <summary>The exceptions that no handler of this graph takes.</summary>
    public FlowValue Escaping { get; set; } = FlowValue.None;

    /// <summary>What is known where such an exception leaves.</summary>
    public Store? Failed { get; set; }

    /// <summary>Whether it hands out elements one by one: it may have begun or not, and may never go on.</summary>
    public bool Yields { get; set; }

    /// <summary>What a result by reference refers to.</summary>
    public HashSet<Place> References { get; } = new();

    /// <summary>What is known of what the method is handed, on this walk.</summary>
    public Way Known { get; set; } = Way.NothingKnown;

    /// <summary>The places that a captured left side stands for.</summary>
    public Dictionary<CaptureId, List<IOperation>> Targets { get; } = new();

    /// <summary>Whether a handler around the block takes every exception of this type. Null for one whose type is not known.</summary>
    public static bool IsCaught(BasicBlock block, ITypeSymbol? thrown)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole
                && whole.NestedRegions.Any(handler => handler.Kind == ControlFlowRegionKind.Catch && (handler.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" } || IsA(thrown, handler.ExceptionType))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type that the handler around the block takes; null for each.</summary>
    public static ITypeSymbol? CaughtBy(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Filter && region.ExceptionType is { } type)
            {
                return type;
            }
        }

        return null;
    }

    public static bool IsA(ITypeSymbol? type, ITypeSymbol? wanted)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where an exception in this block is handled, and where it passes through.</summary>
    public IReadOnlyList<ControlFlowRegion> HandlersOf(BasicBlock block)
    {
        // Most methods have none.
        if (block.EnclosingRegion is not { Kind: not ControlFlowRegionKind.Root } around)
        {
            return [];
        }

        if (!handlers.TryGetValue(around, out var found))
        {
            handlers.Add(around, found = HandlersAround(around));
        }

        return found;
    }

    private static IReadOnlyList<ControlFlowRegion> HandlersAround(ControlFlowRegion around)
    {
        var found = new List<ControlFlowRegion>();
        for (var region = around; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole)
            {
                found.AddRange(whole.NestedRegions.Where(static handler => handler.Kind is not ControlFlowRegionKind.Try));
            }
        }

        return found;
    }

    /// <summary>Whether what is made there is made once at most in a run of this graph: one object, whose parts can be replaced.</summary>
    public bool IsOnce(SyntaxNode site)
    {
        if (!once.TryGetValue(site, out var isOnce))
        {
            once.Add(site, isOnce = IsOnceAt(site));
        }

        return isOnce;
    }

    private bool IsOnceAt(SyntaxNode site) => !site.Ancestors().TakeWhile(node => node != body.OriginalOperation.Syntax).Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax)
        && !(hasLabels ??= HasLabels());

    private bool HasLabels()
    {
        var all = new Descent();
        all.Begin(body.OriginalOperation);
        while (all.Next())
        {
            if (all.Current is IBranchOperation { BranchKind: BranchKind.GoTo })
            {
                return true;
            }
        }

        return false;
    }

    public bool IsOnce(IOperation operation) => IsOnce(operation.Syntax);

    public void Arrive(InputArrival arrival)
    {
        if (!arrived.TryGetValue(arrival, out var known) || Trail.Compare(arrival.Trail, known.Trail) < 0)
        {
            arrived[arrival] = arrival;
        }
    }

    public static bool IsInFinally(ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The ends of each <c>finally</c> that leads to more places since this was asked last: what is known there has to go to these.</summary>
    public IReadOnlyList<int> NewlyLeft()
    {
        if (newlyLeft.Count == 0)
        {
            return [];
        }

        var ends = newlyLeft.SelectMany(region => body.Blocks.Skip(region.FirstBlockOrdinal).Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)).Where(static block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling).Select(static block => block.Ordinal).ToArray();
        newlyLeft.Clear();
        return ends;
    }

    public void Leave(ControlFlowBranch branch)
    {
        for (var i = 0; i < branch.FinallyRegions.Length; i++)
        {
            var next = i + 1 < branch.FinallyRegions.Length ? branch.FinallyRegions[i + 1].FirstBlockOrdinal : branch.Destination!.Ordinal;
            if (!leaving.TryGetValue(branch.FinallyRegions[i], out var targets))
            {
                leaving.Add(branch.FinallyRegions[i], targets = new HashSet<int>());
            }

            if (targets.Add(next))
            {
                newlyLeft.Add(branch.FinallyRegions[i]);
            }
        }
    }

    public IEnumerable<int> AfterFinally(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
            {
                return leaving.TryGetValue(region, out var targets) ? targets.OrderBy(static target => target).ToArray() : [];
            }
        }

        return [];
    }
}
