using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What a method knows at one point: its variables, and what lies in objects. Immutable; two stores are joined where branches meet.</summary>
internal sealed record Store(ImmutableDictionary<ISymbol, FlowValue> Variables, ImmutableDictionary<CaptureId, FlowValue> Captures, ImmutableDictionary<(HeapObject Object, string Segment), FlowValue> Heap)
{
    public static readonly Store Empty = new(
        ImmutableDictionary.Create<ISymbol, FlowValue>(SymbolEqualityComparer.Default),
        ImmutableDictionary<CaptureId, FlowValue>.Empty,
        ImmutableDictionary<(HeapObject, string), FlowValue>.Empty);

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
            foreach (var entry in Heap)
            {
                if (Segment.IsElement(entry.Key.Segment) && entry.Key.Object.Equals(one))
                {
                    value = value.And(entry.Value);
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
                foreach (var entry in Heap)
                {
                    if (entry.Key.Segment != segment && entry.Key.Object.Equals(one) && Segment.AreAlike(entry.Key.Segment, segment))
                    {
                        value = value.And(entry.Value);
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
        foreach (var entry in Heap)
        {
            if (entry.Key.Object.Equals(one) && (entry.Key.Segment[0] == '[' || entry.Key.Segment == Segment.Unknown))
            {
                heap = heap.SetItem(entry.Key, FlowValue.None);
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
    public FlowValue Deep(FlowValue value)
    {
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

            foreach (var entry in Heap)
            {
                if (entry.Key.Object.Equals(one))
                {
                    value = value.And(entry.Value);
                    foreach (var inner in entry.Value.Objects)
                    {
                        if (seen.Add(inner))
                        {
                            pending.Push(inner);
                        }
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

        var variables = Variables;
        foreach (var entry in other.Variables)
        {
            variables = variables.SetItem(entry.Key, Of(entry.Key).And(entry.Value));
        }

        var captures = Captures;
        foreach (var entry in other.Captures)
        {
            captures = captures.SetItem(entry.Key, Of(entry.Key).And(entry.Value));
        }

        var heap = Heap;
        foreach (var entry in other.Heap)
        {
            heap = heap.SetItem(entry.Key, Own(entry.Key.Object, entry.Key.Segment).And(entry.Value));
        }

        foreach (var entry in Heap)
        {
            if (!other.Heap.ContainsKey(entry.Key))
            {
                heap = heap.SetItem(entry.Key, entry.Value.And(other.Initial(entry.Key.Object, entry.Key.Segment)));
            }
        }

        var references = References;
        foreach (var entry in other.References)
        {
            references = references.SetItem(entry.Key, references.TryGetValue(entry.Key, out var known) ? known.Union(entry.Value) : entry.Value);
        }

        return new(variables, captures, heap) { References = references, Thrown = Thrown.And(other.Thrown) };
    }

    public bool IsSame(Store other) => ReferenceEquals(this, other) || (Thrown.Equals(other.Thrown) && References.Count == other.References.Count && References.All(entry => other.References.TryGetValue(entry.Key, out var places) && places.SetEquals(entry.Value)) && Same(Variables, other.Variables) && Same(Captures, other.Captures) && Same(Heap, other.Heap));

    private static bool Same<TKey>(ImmutableDictionary<TKey, FlowValue> left, ImmutableDictionary<TKey, FlowValue> right)
        where TKey : notnull
        => ReferenceEquals(left, right) || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value)));

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

    public static FlowValue Input(ISymbol input, AccessPath path)
        => FlowValue.Of(new InputObject(input, path)).With([new Taint(new InputOrigin(input, path), Taint.Nowhere)]);
}
