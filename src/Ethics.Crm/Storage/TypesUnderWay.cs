namespace Ethics.Crm.Storage;

/// <summary>The types of the objects that one call on this thread writes or reads.</summary>
internal sealed class TypesUnderWay : IDisposable
{
    [ThreadStatic]
    private static TypesUnderWay? current;

    private readonly HashSet<StoredType> _all = [];
    private readonly TypesUnderWay? _around = current;

    private TypesUnderWay()
    {
    }

    public IReadOnlyCollection<StoredType> All => _all;

    /// <summary>How many bound values were written, or read as such.</summary>
    public int Bounds { get; private set; }

    public static TypesUnderWay Begin() => current = new TypesUnderWay();

    public static void Note(StoredType type) => current?._all.Add(type);

    public static void NoteBound()
    {
        if (current is not null)
            current.Bounds++;
    }

    public void Dispose() => current = _around;
}
