namespace Ethics.Crm;

/// <summary>An object that may not be used, and why.</summary>
/// <remarks>Made when it is looked at: a list of a million of them is a list of the objects, and of the few reasons there are, which they share.</remarks>
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

    /// <summary>The reason: what the object holds stays out of logs.</summary>
    public override string ToString() => Decision.Reason;
}
