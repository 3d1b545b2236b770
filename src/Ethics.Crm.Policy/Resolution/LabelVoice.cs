namespace Ethics.Crm.Policy;

/// <summary>What one place of a declaration says: the property, its record parameter, its backing field, or an attribute class that stands for the product's attributes.</summary>
/// <param name="Category">Null when it names none.</param>
/// <param name="CollectedFor">Null when it names no purposes; an empty list means "for nothing".</param>
public readonly record struct LabelVoice(string? Category, IReadOnlyList<string>? CollectedFor)
{
    /// <summary>Whether nothing is said.</summary>
    public bool IsSilent => Category is null && CollectedFor is null;

    /// <summary>
    /// Joins what is said in several places of one declaration. Category and purposes may be said apart; where a part is said differently, each of them holds, so that what is
    /// permitted is what all of them permit, whatever their order. Purposes on the declaration itself replace those of attribute classes.
    /// </summary>
    /// <param name="member">Its full name, as in <see cref="LabelSource.Member"/>.</param>
    /// <param name="own">What the places of the declaration itself say.</param>
    /// <param name="standing">What attribute classes on it stand for.</param>
    /// <param name="attributes">As in <see cref="LabelSource.Attributes"/>.</param>
    /// <returns>At least one; the only one says nothing where nothing is said.</returns>
    public static IReadOnlyList<LabelSource> Join(string member, IReadOnlyList<LabelVoice> own, IReadOnlyList<LabelVoice> standing, IReadOnlyList<string> attributes)
    {
        var ownLists = Lists(own.Where(static voice => voice.Category is null));
        var standingLists = Lists(standing.Where(static voice => voice.Category is null));
        var allOwn = Lists(own);
        var sources = new List<LabelSource>();
        foreach (var voice in own.Where(static voice => voice.Category is not null))
        {
            Add(voice.Category, allOwn.Count == 0 ? standingLists : voice.CollectedFor is { } list ? [list, .. ownLists] : ownLists.Count == 0 ? allOwn : ownLists);
        }

        foreach (var voice in standing.Where(static voice => voice.Category is not null))
        {
            Add(voice.Category, allOwn.Count > 0 ? allOwn : voice.CollectedFor is { } list ? [list, .. standingLists] : standingLists);
        }

        if (sources.Count == 0)
        {
            Add(null, allOwn.Count > 0 ? allOwn : standingLists);
        }

        return sources;

        void Add(string? category, IReadOnlyList<IReadOnlyList<string>> lists)
        {
            foreach (var list in lists.Count == 0 ? [null] : (IEnumerable<IReadOnlyList<string>?>)lists)
            {
                if (!sources.Exists(known => known.Category == category && new DataLabel(category, known.CollectedFor).Equals(new DataLabel(category, list))))
                {
                    sources.Add(new LabelSource(member, category, list, attributes));
                }
            }
        }
    }

    private static IReadOnlyList<IReadOnlyList<string>> Lists(IEnumerable<LabelVoice> voices) => voices.Select(static voice => voice.CollectedFor).OfType<IReadOnlyList<string>>().ToArray();
}
