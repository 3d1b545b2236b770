namespace Ethics.Crm;

/// <summary>An object that may not be used, and why.</summary>
/// <remarks>Made when it is looked at: a list of a million of them is a list of the objects, and of the few reasons there are.</remarks>
/// <param name="Item">The object.</param>
/// <param name="Decision">The reason, the rule that decided, and what would change it. Objects with the same reason share it.</param>
public readonly record struct RefusedItem<T>(T Item, PurposeDecision Decision)
{
    /// <summary>The reason: what the object holds stays out of logs.</summary>
    public override string ToString() => Decision?.Reason ?? "";
}
