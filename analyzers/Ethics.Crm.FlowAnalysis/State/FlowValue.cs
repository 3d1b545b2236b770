using System.Collections.Immutable;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What is known of a value: the labels on it, and the objects that it may be.</summary>
internal sealed class FlowValue(FlatSet<Taint> taints, FlatSet<HeapObject> objects) : IEquatable<FlowValue>
{
    public static readonly FlowValue None = new(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Empty);

    public FlatSet<Taint> Taints { get; } = taints;

    public FlatSet<HeapObject> Objects { get; } = objects;

    public bool IsNone => Taints.IsEmpty && Objects.IsEmpty;

    public static FlowValue Of(HeapObject one) => new(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Of(one));

    public static FlowValue Of(IEnumerable<Taint> taints) => None.With(taints);

    public FlowValue With(IEnumerable<Taint> taints)
    {
        var union = Least(taints is FlatSet<Taint> set ? Told.Join(Taints, set) : Told.Join(Taints, taints));
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

        var taints = Least(Told.Join(Taints, other.Taints));
        var objects = ReferenceEquals(Objects, other.Objects) || other.Objects.IsEmpty ? Objects : Objects.Union(other.Objects);
        return ReferenceEquals(taints, Taints) && ReferenceEquals(objects, Objects) ? this : new(taints, objects);
    }

    /// <summary>All together, neighbours first: one by one, a set of a thousand labels would be copied for each of a thousand parts.</summary>
    /// <param name="several">At least one; used up.</param>
    public static FlowValue Joined(List<FlowValue> several)
    {
        for (var count = several.Count; count > 1; count = (count + 1) / 2)
        {
            for (var i = 0; i < count; i += 2)
            {
                several[i / 2] = i + 1 < count ? several[i].And(several[i + 1]) : several[i];
            }
        }

        return several[0];
    }

    /// <summary>Without labels: the objects alone.</summary>
    public FlowValue Unlabelled() => Taints.IsEmpty ? this : new(FlatSet<Taint>.Empty, Objects);

    /// <summary>With those objects alone.</summary>
    public FlowValue Where(Func<HeapObject, bool> predicate) => Objects.Where(predicate) is var kept && ReferenceEquals(kept, Objects) ? this : new(Taints, kept);

    public FlowValue Select(Func<Taint, Taint> change) => Least(Told.Select(Taints, change)) is var changed && ReferenceEquals(changed, Taints) ? this : new(changed, Objects);

    public bool Equals(FlowValue? other) => other is not null && (ReferenceEquals(this, other) || (Told.AreSame(Taints, other.Taints) && Objects.SetEquals(other.Objects)));

    public override bool Equals(object? obj) => Equals(obj as FlowValue);

    /// <summary>
    /// Without the labels of which the value has the same one that has come to less: all that there is to tell of these is to be told of that one. Else a value that lies in objects which hold each other
    /// has each label once for every choice among the places where it has been.
    /// </summary>
    private FlatSet<Taint> Least(FlatSet<Taint> all)
    {
        if (ReferenceEquals(all, Taints) || all.Count < 2)
        {
            return all;
        }

        HashSet<Taint>? idle = null;
        for (var i = 1; i < all.Count; i++)
        {
            var one = all[i];
            for (var j = i - 1; j >= 0 && one.MayAddNothingTo(all[j]); j--)
            {
                if (one.AddsNothingTo(all[j]))
                {
                    (idle ??= []).Add(one);
                    break;
                }
            }
        }

        if (idle is null)
        {
            return all;
        }

        var least = all.Where(one => !idle.Contains(one));
        return Told.AreSame(least, Taints) ? Taints : least;
    }

    public override int GetHashCode() => Taints.Count * 397 ^ Objects.Count;
}
