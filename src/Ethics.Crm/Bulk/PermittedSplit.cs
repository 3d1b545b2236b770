using Ethics.Crm.Bulk;

namespace Ethics.Crm;

/// <summary>Objects, told apart by whether a purpose may concern their people.</summary>
public sealed class PermittedSplit<T>
{
    internal PermittedSplit(params SortedItems<T>[] sections)
    {
        Permitted = new PermittedItems<T>(sections);
        Refused = new RefusedItems<T>(sections);
    }

    /// <summary>Those that may be used, in their order.</summary>
    public IReadOnlyList<T> Permitted { get; }

    /// <summary>Those that may not, in their order, each with the reason.</summary>
    public IReadOnlyList<RefusedItem<T>> Refused { get; }

    /// <summary>Numbers only.</summary>
    public override string ToString() => $"{Permitted.Count} permitted, {Refused.Count} refused";
}
