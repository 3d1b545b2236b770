namespace Ethics.Crm.Policy.Resolution;

/// <summary>
/// Which file of a chain says an entry of <c>fields</c> or <c>attributes</c>, so that what a base says of a member is still known where an overlay says more of it. An entry that is
/// said again stays the base's, but for a half that the base leaves unsaid; one that is marked open is nobody's to hold.
/// </summary>
/// <param name="Above">How many files with entries of their own lie above the first.</param>
/// <param name="Fields">Entries that only an overlay gives, with the number of its file; those of the base are absent.</param>
/// <param name="Attributes">The same.</param>
/// <param name="Halves">Halves that an overlay adds to an entry of the base, with the number of its file; attributes in brackets.</param>
/// <param name="Open">Keys of <c>fields</c>, and of <c>attributes</c> in brackets, that later files may leave.</param>
internal sealed record LabelLayers(int Above, IReadOnlyDictionary<string, int> Fields, IReadOnlyDictionary<string, int> Attributes, IReadOnlyDictionary<string, int> Halves, IReadOnlyCollection<string> Open)
{
    /// <summary>Every entry.</summary>
    public const int All = int.MaxValue;

    public static readonly LabelLayers None = new(0, Empty.Map<int>(), Empty.Map<int>(), Empty.Map<int>(), []);

    public bool HasField(string key, int upTo) => upTo == All || Of(Fields, key) <= upTo;

    public bool HasAttribute(string key, int upTo) => upTo == All || Of(Attributes, key) <= upTo;

    /// <summary>What an open entry says: something, which later files may change.</summary>
    public const string LeftCategory = "\0open";

    /// <inheritdoc cref="LeftCategory"/>
    public static readonly IReadOnlyList<string> LeftPurposes = [LeftCategory];

    /// <summary>What an entry says in the files up to one; null where it says nothing.</summary>
    /// <param name="key">Of an attribute in brackets.</param>
    public FieldEntry? Said(string key, FieldEntry? entry, int upTo) =>
        entry is null || upTo == All ? entry
            : Open.Contains(key) ? new(entry.Category is null ? null : LeftCategory, entry.CollectedFor is null ? null : LeftPurposes)
            : Halves.Count == 0 ? entry
            : new(Of(Halves, Category(key)) <= upTo ? entry.Category : null, Of(Halves, Purposes(key)) <= upTo ? entry.CollectedFor : null);

    public static string Bracketed(string attribute) => "[" + attribute + "]";

    /// <summary>In <see cref="Halves"/>.</summary>
    public static string Category(string key) => key + "\0category";

    /// <inheritdoc cref="Category"/>
    public static string Purposes(string key) => key + "\0collectedFor";

    /// <summary>For the identity of the policy: nothing where no overlay labels anything.</summary>
    public IEnumerable<string> Texts() =>
        Fields.Concat(Halves).Select(static f => f.Key + "\0" + f.Value).Concat(Attributes.Select(static a => Bracketed(a.Key) + "\0" + a.Value)).Concat(Above == 0 ? [] : Open);

    private static int Of(IReadOnlyDictionary<string, int> layers, string key) => layers.TryGetValue(key, out var layer) ? layer : 0;
}
