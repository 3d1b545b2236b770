namespace Ethics.Crm.Policy.Resolution;

/// <summary>
/// Which file of a chain says an entry of <c>fields</c> or <c>attributes</c>, so that what a base says of a member is still known where an overlay says more of it. An entry that is
/// said again stays the base's; one that is marked open is nobody's to hold.
/// </summary>
/// <param name="Above">How many files with entries of their own lie above the first.</param>
/// <param name="Fields">Entries that only an overlay gives, with the number of its file; those of the base are absent.</param>
/// <param name="Attributes">The same.</param>
/// <param name="Open">Keys of <c>fields</c>, and of <c>attributes</c> in brackets, that later files may leave.</param>
internal sealed record LabelLayers(int Above, IReadOnlyDictionary<string, int> Fields, IReadOnlyDictionary<string, int> Attributes, IReadOnlyCollection<string> Open)
{
    /// <summary>Every entry, open ones too.</summary>
    public const int All = int.MaxValue;

    public static readonly LabelLayers None = new(0, Empty.Map<int>(), Empty.Map<int>(), []);

    public bool HasField(string key, int upTo) => upTo == All || Of(Fields, key) <= upTo && !Open.Contains(key);

    public bool HasAttribute(string key, int upTo) => upTo == All || Of(Attributes, key) <= upTo && !Open.Contains(Bracketed(key));

    public static string Bracketed(string attribute) => "[" + attribute + "]";

    /// <summary>For the identity of the policy: nothing where no overlay labels anything.</summary>
    public IEnumerable<string> Texts() => Fields.Select(static f => f.Key + "\0" + f.Value).Concat(Attributes.Select(static a => Bracketed(a.Key) + "\0" + a.Value)).Concat(Above == 0 ? [] : Open);

    private static int Of(IReadOnlyDictionary<string, int> layers, string key) => layers.TryGetValue(key, out var layer) ? layer : 0;
}
