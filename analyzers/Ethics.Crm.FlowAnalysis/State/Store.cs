using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What a method knows at one point: its variables, and what lies in objects. Immutable; two stores are joined where branches meet.</summary>
internal sealed partial record Store(FlatMap<ISymbol, FlowValue> Variables, FlatMap<CaptureId, FlowValue> Captures, Heap Heap)
{
    private static readonly FlatMap<ISymbol, FlatSet<Place>> NoReferences = new(SymbolEqualityComparer.Default);

    public static readonly Store Empty = new(new(SymbolEqualityComparer.Default), new(EqualityComparer<CaptureId>.Default), Heap.Empty);

    /// <summary>The exceptions that may be on their way.</summary>
    public FlowValue Thrown { get; init; } = FlowValue.None;

    /// <summary>What <c>ref</c> locals refer to.</summary>
    public FlatMap<ISymbol, FlatSet<Place>> References { get; init; } = NoReferences;

    public FlowValue Of(ISymbol variable) => Variables.Find(variable) ?? FlowValue.None;

    public FlowValue Of(CaptureId capture) => Captures.Find(capture) ?? FlowValue.None;

    public Store With(ISymbol variable, FlowValue value) => this with { Variables = Variables.With(variable, value) };

    public Store With(CaptureId capture, FlowValue value) => this with { Captures = Captures.With(capture, value) };

    /// <summary>What is taken out of a part of an object.</summary>
    public FlowValue Read(HeapObject one, string segment)
    {
        if (MemberNamed(one, segment) is { } member)
        {
            return member.Length == 0 ? Deep(FlowValue.Of(one)) : Read(one, member);
        }

        var parts = Heap.PartsOf(one);
        if (parts.IsEmpty)
        {
            return Initial(one, segment);
        }

        var value = Read(one, segment, parts);
        if (Segment.IsHeld(segment) && parts.Find(Segment.Left) is { } functions)
        {
            foreach (var left in functions.Objects)
            {
                // What functions have left in what they left is among it.
                value = value.And(Read(left, segment, Heap.PartsOf(left)));
            }
        }

        return value;
    }

    private FlowValue Read(HeapObject one, string segment, FlatMap<string, FlowValue> parts)
    {
        var value = parts.Find(segment) ?? Initial(one, segment);
        if (parts.IsEmpty)
        {
            return value;
        }

        if (segment != Segment.Unknown && parts.Find(Segment.Unknown) is { } unknown)
        {
            value = value.And(unknown);
        }

        if (segment is Segment.Head or Segment.Last && parts.Find(Segment.Loose) is not null)
        {
            segment = Segment.Elements;
            value = value.And(parts.Find(segment) ?? Initial(one, segment));
        }
        else if (segment == Segment.Head && parts.Find(Segment.Later) is { } later && !IsFilled(one))
        {
            value = value.And(later);
        }

        if (segment == Segment.Elements)
        {
            foreach (var part in parts)
            {
                if (Segment.IsElement(part.Key))
                {
                    value = value.And(part.Value);
                }
            }
        }
        else if (Segment.IsElement(segment))
        {
            if (parts.Find(Segment.Elements) is { } any)
            {
                value = value.And(any);
            }

            if (Segment.IsUnderKey(segment))
            {
                var isOrdinal = one is MadeObject { IsOrdinal: true };
                foreach (var part in parts)
                {
                    if (part.Key != segment && Segment.AreAlike(part.Key, segment, isOrdinal))
                    {
                        value = value.And(part.Value);
                    }
                }
            }
        }

        return value;
    }

    /// <summary>Whether a list has had elements ever since it was made, so that what is added is not the first one.</summary>
    public bool IsFilled(HeapObject list) => Heap.Find(list, Segment.Filled) is not null && Heap.Find(list, Segment.Loose) is null;

    /// <summary>Forgets all that the elements and keys of a collection hold.</summary>
    public Store Clear(HeapObject one)
    {
        var heap = Heap;
        foreach (var part in Heap.PartsOf(one))
        {
            if (part.Key[0] == '[' || part.Key == Segment.Unknown)
            {
                heap = heap.With(one, part.Key, FlowValue.None);
            }
        }

        return this with { Heap = one is InputObject ? heap.With(one, Segment.Elements, FlowValue.None).With(one, Segment.Keys, FlowValue.None).With(one, Segment.Rest, FlowValue.None) : heap };
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
        return Heap.Find(one, segment) is { } before && before.Equals(next) ? this : this with { Heap = Heap.With(one, segment, next) };
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

        // Of most objects nothing is known, or nothing that is an object again.
        HashSet<HeapObject>? seen = null;
        Stack<HeapObject>? pending = null;
        List<FlowValue>? parts = null;
        var roots = value.Objects;
        foreach (var root in roots)
        {
            Look(root, ref looked);
        }

        while (pending is { Count: > 0 })
        {
            Look(pending.Pop(), ref looked);
        }

        return parts is null ? value : value.And(FlowValue.Joined(parts));

        void Look(HeapObject one, ref int looked)
        {
            if (one is InputObject input)
            {
                (parts ??= []).Add(FlowValue.Of(input.Everything.Taints));
            }

            foreach (var part in Heap.PartsOf(one))
            {
                (parts ??= []).Add(part.Value);
                looked += 1 + part.Value.Taints.Count + part.Value.Objects.Count;
                foreach (var inner in part.Value.Objects)
                {
                    seen ??= [.. roots];
                    if (seen.Add(inner))
                    {
                        (pending ??= []).Push(inner);
                    }
                }
            }
        }
    }

    public Store Join(Store other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var variables = Variables.Join(other.Variables, static (_, mine, others) => mine.And(others));
        var captures = Captures.Join(other.Captures, static (_, mine, others) => mine.And(others));
        var heap = Heap.Join(other.Heap, Initial, other.Initial);
        var references = References.Join(other.References, static (_, mine, others) => mine.Union(others));
        var thrown = Thrown.And(other.Thrown);
        return ReferenceEquals(variables, Variables) && ReferenceEquals(captures, Captures) && ReferenceEquals(heap, Heap) && ReferenceEquals(references, References) && ReferenceEquals(thrown, Thrown)
            ? this
            : new(variables, captures, heap) { References = references, Thrown = thrown };
    }

    public bool IsSame(Store other) => ReferenceEquals(this, other)
        || (Thrown.Equals(other.Thrown) && References.IsSame(other.References, static (mine, others) => mine.SetEquals(others)) && Variables.IsSame(other.Variables, AreSame) && Captures.IsSame(other.Captures, AreSame) && Heap.IsSame(other.Heap));

    private static bool AreSame(FlowValue mine, FlowValue others) => mine.Equals(others);

    /// <summary>What this part holds, and no other one that may be it.</summary>
    public FlowValue Own(HeapObject one, string segment) => Heap.Find(one, segment) ?? Initial(one, segment);

    /// <summary>What a part of an object holds before this method writes it: of those that a caller hands in, what the caller knows.</summary>
    private FlowValue Initial(HeapObject one, string segment)
    {
        // What a delegate has been called with by others is theirs to tell.
        if (one is not InputObject input || segment is Segment.Unknown or Segment.Left || Segment.IsArgument(segment) || Segment.IsHanded(segment) || (Segment.IsElement(segment) && Heap.Find(one, Segment.Rest) is { IsNone: true }))
        {
            return FlowValue.None;
        }

        // Of a key that only this method names so, callers know the elements.
        return input.Part(Segment.IsSame(segment) ? Segment.Elements : segment);
    }

    public static FlowValue Input(ISymbol input) => new InputObject(input, AccessPath.Root).Value;
}
