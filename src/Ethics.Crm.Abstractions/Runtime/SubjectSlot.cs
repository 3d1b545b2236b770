using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>The place in an object that holds its person's slot. One reference, so that it is read and written whole.</summary>
/// <remarks>Always equal to any other: it must not take part in the equality of records and structs.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SubjectSlot<TKey> : IEquatable<SubjectSlot<TKey>>
{
    internal ConsentSlot<TKey>? Bound;

    /// <summary>True: a cache is no part of a value.</summary>
    public readonly bool Equals(SubjectSlot<TKey> other) => true;

    /// <summary>True for any other slot.</summary>
    public override readonly bool Equals(object? obj) => obj is SubjectSlot<TKey>;

    /// <summary>Zero.</summary>
    public override readonly int GetHashCode() => 0;

    /// <summary>True: see <see cref="Equals(SubjectSlot{TKey})"/>.</summary>
    public static bool operator ==(SubjectSlot<TKey> left, SubjectSlot<TKey> right) => left.Equals(right);

    /// <summary>False: see <see cref="Equals(SubjectSlot{TKey})"/>.</summary>
    public static bool operator !=(SubjectSlot<TKey> left, SubjectSlot<TKey> right) => !left.Equals(right);
}

/// <summary>The key of objects that say nothing of a person.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NoSubject;
