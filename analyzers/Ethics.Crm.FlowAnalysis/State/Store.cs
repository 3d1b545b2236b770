using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What a method knows at one point: its variables, and what lies in objects. Immutable; two stores are joined where branches meet.</summary>
internal sealed record Store(ImmutableDictionary<ISymbol, FlowValue> Variables, ImmutableDictionary<CaptureId, FlowValue> Captures, Heap Heap)
{
    public static readonly Store Empty = new(
        ImmutableDictionary.Create<ISymbol, FlowValue>(SymbolEqualityComparer.Default),
        ImmutableDictionary<CaptureId, FlowValue>.Empty,
        Heap.Empty);

    /// <summary>The exceptions that may be on their way.</summary>
    public FlowValue Thrown { get; init; } = FlowValue.None;

    /// <summary>What <c>ref</c> locals refer to.</summary>
    public ImmutableDictionary<ISymbol, ImmutableHashSet<Place>> References { get; init; } = ImmutableDictionary.Create<ISymbol, ImmutableHashSet<Place>>(SymbolEqualityComparer.Default);

    public FlowValue Of(ISymbol variable) => Variables.TryGetValue(variable, out var value) ? value : FlowValue.None;

    public FlowValue Of(CaptureId capture) => Captures.TryGetValue(capture, out var value) ? value : FlowValue.None;

    public Store With(ISymbol variable, FlowValue value) => this with { Variables = Variables.SetItem(variable, value) };

    public Store With(CaptureId capture, FlowValue value) => this with { Captures = Captures.SetItem(capture, value) };

    /// <summary>What is taken out of a part of an object.</summary>
    public FlowValue Read(HeapObject one, string segment)
    {
        var value = Own(one, segment);
        if (segment != Segment.Unknown && Heap.TryGetValue((one, Segment.Unknown), out var unknown))
        {
            value = value.And(unknown);
        }

        if (segment == Segment.Elements)
        {
            foreach (var part in Heap.PartsOf(one))
            {
                if (Segment.IsElement(part.Key))
                {
                    value = value.And(part.Value);
                }
            }
        }
        else if (Segment.IsElement(segment))
        {
            if (Heap.TryGetValue((one, Segment.Elements), out var any))
            {
                value = value.And(any);
            }

            if (segment[1] == '\'')
            {
                foreach (var part in Heap.PartsOf(one))
                {
                    if (part.Key != segment && Segment.AreAlike(part.Key, segment))
                    {
                        value = value.And(part.Value);
                    }
                }
            }
        }

        return value;
    }

    /// <summary>Forgets all that the elements and keys of a collection hold.</summary>
    public Store Clear(HeapObject one)
    {
        var heap = Heap;
        foreach (var part in Heap.PartsOf(one))
        {
            if (part.Key[0] == '[' || part.Key == Segment.Unknown)
            {
                heap = heap.SetItem((one, part.Key), FlowValue.None);
            }
        }

        return this with { Heap = one is InputObject ? heap.SetItem((one, Segment.Elements), FlowValue.None).SetItem((one, Segment.Keys), FlowValue.None).SetItem((one, Segment.Rest), FlowValue.None) : heap };
    }

    public FlowValue Read(FlowValue owner, string segment)
    {
        var value = FlowValue.None;
        foreach (var one in owner.Objects)
        {
            value = value.And(Read(one, segment));
        }

        return value;
    }

    /// <param name="replaces">What was there before is gone: the object is known to be the only one.</param>
    public Store Write(HeapObject one, string segment, FlowValue value, bool replaces)
    {
        var next = replaces ? value : Own(one, segment).And(value);
        return Heap.TryGetValue((one, segment), out var before) && before.Equals(next) ? this : this with { Heap = Heap.SetItem((one, segment), next) };
    }

    /// <summary>All labels on a value and on what it holds.</summary>
    public FlowValue Deep(FlowValue value) => Deep(value, out _);

    /// <param name="looked">How many labels and objects were looked through.</param>
    public FlowValue Deep(FlowValue value, out int looked)
    {
        looked = 0;
        if (value.Objects.IsEmpty)
        {
            return value;
        }

        var seen = new HashSet<HeapObject>(value.Objects);
        var pending = new Stack<HeapObject>(value.Objects);
        while (pending.Count > 0)
        {
            var one = pending.Pop();
            if (one is InputObject input)
            {
                value = value.With([new Taint(new InputOrigin(input.Input, input.Path.WithEverything()), Taint.Nowhere)]);
            }

            foreach (var part in Heap.PartsOf(one))
            {
                value = value.And(part.Value);
                looked += 1 + part.Value.Taints.Count + part.Value.Objects.Count;
                foreach (var inner in part.Value.Objects)
                {
                    if (seen.Add(inner))
                    {
                        pending.Push(inner);
                    }
                }
            }
        }

        return value;
    }

    public Store Join(Store other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var variables = Join(Variables, other.Variables);
        var captures = Join(Captures, other.Captures);
        var heap = Heap.Join(other.Heap, Initial, other.Initial);
        var references = References;
        if (!ReferenceEquals(references, other.References))
        {
            foreach (var entry in other.References)
            {
                references = references.SetItem(entry.Key, references.TryGetValue(entry.Key, out var known) ? known.Union(entry.Value) : entry.Value);
            }
        }

        var thrown = Thrown.And(other.Thrown);
        return ReferenceEquals(variables, Variables) && ReferenceEquals(captures, Captures) && ReferenceEquals(heap, Heap) && ReferenceEquals(references, References) && ReferenceEquals(thrown, Thrown)
            ? this
            : new(variables, captures, heap) { References = references, Thrown = thrown };
    }

    public bool IsSame(Store other) => ReferenceEquals(this, other) || (Thrown.Equals(other.Thrown) && References.Count == other.References.Count && References.All(entry => other.References.TryGetValue(entry.Key, out var places) && places.SetEquals(entry.Value)) && Same(Variables, other.Variables) && Same(Captures, other.Captures) && Heap.IsSame(other.Heap));

    private static bool Same<TKey>(ImmutableDictionary<TKey, FlowValue> left, ImmutableDictionary<TKey, FlowValue> right)
        where TKey : notnull
        => ReferenceEquals(left, right) || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value)));

    private static ImmutableDictionary<TKey, FlowValue> Join<TKey>(ImmutableDictionary<TKey, FlowValue> left, ImmutableDictionary<TKey, FlowValue> right)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        var joined = left;
        foreach (var entry in right)
        {
            if (!left.TryGetValue(entry.Key, out var known))
            {
                joined = joined.SetItem(entry.Key, entry.Value);
            }
            else if (known.And(entry.Value) is var both && !ReferenceEquals(both, known))
            {
                joined = joined.SetItem(entry.Key, both);
            }
        }

        return joined;
    }

    private FlowValue Own(HeapObject one, string segment) => Heap.TryGetValue((one, segment), out var value) ? value : Initial(one, segment);

    /// <summary>What a part of an object holds before this method writes it: of those that a caller hands in, what the caller knows.</summary>
    private FlowValue Initial(HeapObject one, string segment)
    {
        if (one is not InputObject input || segment == Segment.Unknown || (Segment.IsElement(segment) && Heap.TryGetValue((one, Segment.Rest), out var rest) && rest.IsNone))
        {
            return FlowValue.None;
        }

        return input.Path.Then(segment) is { } path
            ? Input(input.Input, path)
            : FlowValue.Of(input).With([new Taint(new InputOrigin(input.Input, input.Path.WithEverything()), Taint.Nowhere)]);
    }

    private static readonly ConditionalWeakTable<ISymbol, ConcurrentDictionary<AccessPath, FlowValue>> Inputs = new();

    public static FlowValue Input(ISymbol input, AccessPath path)
        => Inputs.GetValue(input, static _ => new()).GetOrAdd(path, one => FlowValue.Of(new InputObject(input, one)).With([new Taint(new InputOrigin(input, one), Taint.Nowhere)]));
}
