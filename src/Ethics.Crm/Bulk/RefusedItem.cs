using System.Runtime.CompilerServices;

namespace Ethics.Crm;

/// <summary>An object that may not be used, and why.</summary>
/// <remarks>
/// Made when it is looked at: a list of a million of them is a list of the objects, and of the few reasons there are, which they share. So two of them are equal when they are about the same object (a
/// value that is equal) and have the same decision.
/// </remarks>
public sealed class RefusedItem<T>
{
    internal RefusedItem(T item, PurposeDecision decision)
    {
        Item = item;
        Decision = decision;
    }

    /// <summary>The object.</summary>
    public T Item { get; }

    /// <summary>The reason, the rule that decided, and what would change it.</summary>
    public PurposeDecision Decision { get; }

    /// <summary>Whether another one is of the same object and the same decision.</summary>
    /// <param name="obj">Null is none.</param>
    public override bool Equals(object? obj) =>
        obj is RefusedItem<T> other && ReferenceEquals(Decision, other.Decision) && (typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(Item, other.Item) : ReferenceEquals(Item, other.Item));

    /// <summary>By object and decision: what the object holds has no part in it.</summary>
    public override int GetHashCode() => unchecked((RuntimeHelpers.GetHashCode(Decision) * 397) ^ (typeof(T).IsValueType ? EqualityComparer<T>.Default.GetHashCode(Item!) : RuntimeHelpers.GetHashCode(Item)));

    /// <summary>The reason: what the object holds stays out of logs.</summary>
    public override string ToString() => Decision.Reason;
}
