using System.Collections.Immutable;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What is known of a value: the labels on it, and the objects that it may be.</summary>
internal sealed class FlowValue(ImmutableHashSet<Taint> taints, ImmutableHashSet<HeapObject> objects) : IEquatable<FlowValue>
{
    public static readonly FlowValue None = new(ImmutableHashSet<Taint>.Empty, ImmutableHashSet<HeapObject>.Empty);

    public ImmutableHashSet<Taint> Taints { get; } = taints;

    public ImmutableHashSet<HeapObject> Objects { get; } = objects;

    public bool IsNone => Taints.IsEmpty && Objects.IsEmpty;

    public static FlowValue Of(HeapObject one) => new(ImmutableHashSet<Taint>.Empty, ImmutableHashSet.Create(one));

    public static FlowValue Of(IEnumerable<Taint> taints) => None.With(taints);

    public FlowValue With(IEnumerable<Taint> taints)
    {
        if (ReferenceEquals(taints, Taints) || taints is ICollection<Taint> { Count: 0 })
        {
            return this;
        }

        var union = Told.Join(Taints, taints);
        return ReferenceEquals(union, Taints) ? this : new(union, Objects);
    }

    public FlowValue And(FlowValue other)
    {
        if (other.IsNone || ReferenceEquals(this, other))
        {
            return this;
        }

        if (IsNone)
        {
            return other;
        }

        var taints = Told.Join(Taints, other.Taints);
        var objects = ReferenceEquals(Objects, other.Objects) || other.Objects.IsEmpty ? Objects : Objects.Union(other.Objects);
        return ReferenceEquals(taints, Taints) && ReferenceEquals(objects, Objects) ? this : new(taints, objects);
    }

    /// <summary>Without labels: the objects alone.</summary>
    public FlowValue Unlabelled() => Taints.IsEmpty ? this : new(ImmutableHashSet<Taint>.Empty, Objects);

    /// <summary>With those objects alone.</summary>
    public FlowValue Where(Func<HeapObject, bool> predicate) => Objects.All(predicate) ? this : new(Taints, ImmutableHashSet.CreateRange(Objects.Where(predicate)));

    public FlowValue Select(Func<Taint, Taint> change) => Taints.IsEmpty ? this : new(Told.Join(ImmutableHashSet<Taint>.Empty, Taints.Select(change)), Objects);

    public bool Equals(FlowValue? other) => other is not null && (ReferenceEquals(this, other) || (Told.AreSame(Taints, other.Taints) && Objects.SetEquals(other.Objects)));

    public override bool Equals(object? obj) => Equals(obj as FlowValue);

    public override int GetHashCode() => Taints.Count * 397 ^ Objects.Count;
}
