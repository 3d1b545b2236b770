using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policies;

/// <summary>
/// What one policy permits for labels that another does not, whether or not a type with such a label is in use: attributes in code may give the category, the purposes
/// or both, and an entry of the policy the rest.
/// </summary>
internal sealed class LabelDifference
{
    private const string WhereCodeSaysSo = ", where the code says that it was collected for it";

    private static readonly FieldEntry Nothing = new(null, null);

    private readonly PolicyTable _less;
    private readonly PolicyTable _more;
    private readonly bool _opens;
    private readonly List<string> _known;
    // Those that ask something else of categories than before.
    private readonly List<string> _changed;
    // Of both: a category that only one of them declares has the answers of what is above it in the other.
    private readonly List<string> _categories;
    private readonly PassingDifference _passing;
    private readonly Dictionary<string, List<string>> _ofCategories = new(StringComparer.Ordinal);

    public LabelDifference(PolicyTable less, PolicyTable more, bool opens)
    {
        (_less, _more, _opens, _passing) = (less, more, opens, new PassingDifference(less, more, opens));
        _known = more.Purposes.Where(less.HasPurpose).ToList();
        _changed = _known.Where(p => less.DemandsOf(p) != more.DemandsOf(p)).ToList();
        _categories = more.Document.Categories.Keys.Union(less.Document.Categories.Keys).OrderBy(static c => c, StringComparer.Ordinal).ToList();
        foreach (var category in _categories)
            _ofCategories.Add(category, Gained(new(category, null), new(category, null)));
    }

    /// <summary>What the sentences on categories say, so that it is not said again for each of their members.</summary>
    public IEnumerable<string> Told(IEnumerable<string> categories) => categories.SelectMany(c => _ofCategories.TryGetValue(c, out var purposes) ? purposes : []);

    public IEnumerable<string> Sentences()
    {
        foreach (var of in _ofCategories.Where(static of => of.Value.Count > 0))
            yield return PolicyDifference.Sentence(of.Key, of.Value, _opens);
        foreach (var of in _ofCategories)
        {
            // A ceiling, a rule or a flag less: no default need have changed for that.
            var suspects = _less.LimitsOf(of.Key) == _more.LimitsOf(of.Key) ? _changed : _known;
            var allowed = suspects.Where(p => IsGained(new(of.Key, [p]), new(of.Key, [p]), p)).Except(of.Value).ToList();
            if (allowed.Count > 0)
                yield return PolicyDifference.Sentence(of.Key, allowed, _opens) + WhereCodeSaysSo;
        }

        foreach (var purpose in _more.Purposes)
        {
            if (!_less.HasPurpose(purpose))
            {
                yield return $"'{purpose}' {(_opens ? "becomes" : "is no longer")} a purpose{WhereCodeSaysSo}";
                continue;
            }

            var further = Gained(new(null, [purpose]), new(null, [purpose])).Where(_less.HasPurpose).ToList();
            if (further.Count > 0)
                yield return $"what was collected for '{purpose}' {(_opens ? "becomes" : "is no longer")} permitted for {PolicyDifference.Words(further)}";
        }
    }

    public IEnumerable<string> OfEntries()
    {
        foreach (var sentence in OfEntries(new EntryDifference<FieldEntry>(_less.Document.Fields, _more.Document.Fields, PatternUse.Member), "{0}"))
            yield return sentence;
        foreach (var sentence in OfEntries(new EntryDifference<FieldEntry>(_less.Document.Attributes, _more.Document.Attributes, PatternUse.Type), "[{0}]"))
            yield return sentence;
        foreach (var sentence in LayerDifference.Gains(_less.Document, _more.Document, _opens))
            yield return sentence;
    }

    private IEnumerable<string> OfEntries(EntryDifference<FieldEntry> entries, string form)
    {
        foreach (var of in entries.Pairs().Select(static pair => (pair.Name, Before: pair.Before ?? Nothing, After: pair.After ?? Nothing)).GroupBy(static pair => pair.Name))
        {
            var name = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, of.Key);
            var alone = of.SelectMany(pair => Gained(Label(pair.Before), Label(pair.After)).Except(Told(pair.After.Category is { } c ? [c] : []))).Distinct().OrderBy(static p => p, StringComparer.Ordinal).ToList();
            if (alone.Count > 0)
                yield return PolicyDifference.Sentence(name, alone, _opens);
            var beside = of.SelectMany(pair => GainedBesideCode(pair.Before, pair.After)).Distinct().Except(alone).OrderBy(static p => p, StringComparer.Ordinal).ToList();
            if (beside.Count > 0)
                yield return PolicyDifference.Sentence(name, beside, _opens) + ", where the code gives the other half of the label";
            // A guarded member without label is read as it was built, and what that says is not known before its type is used.
            if (of.Any(static pair => Label(pair.Before) is not null && Label(pair.After) is null))
                yield return $"'{name}' {(_opens ? "is no longer labelled, so that what the build permitted counts again" : "is labelled, so that what the build permitted counts no longer")}";
            foreach (var sentence in of.SelectMany(pair => Label(pair.Before) is { } before && Label(pair.After) is { } after && !before.Equals(after) ? _passing.OfEntry(name, before, after) : []).Distinct())
                yield return sentence;
            foreach (var sentence in of.SelectMany(pair => CategoryDifference.Gains(_less, pair.Before.Category, _more, pair.After.Category, name, _opens)).Distinct())
                yield return sentence;
        }
    }

    /// <summary>Where an attribute gives the purposes and the entry the category, or the other way round. What changed in the categories themselves has its own sentences.</summary>
    private IEnumerable<string> GainedBesideCode(FieldEntry before, FieldEntry after)
    {
        if (before.Category != after.Category)
        {
            foreach (var purpose in _known.Where(p => IsGained(new(before.Category, [p]), new(after.Category, [p]), p)))
                yield return purpose;
        }

        if (before.CollectedFor is { } was && after.CollectedFor is { } now && was.SequenceEqual(now, StringComparer.Ordinal) || (before.CollectedFor ?? after.CollectedFor) is null)
            yield break;
        foreach (var category in _categories)
        {
            foreach (var purpose in Gained(new(category, before.CollectedFor), new(category, after.CollectedFor)).Except(Told([category])))
                yield return purpose;
        }
    }

    private List<string> Gained(DataLabel? before, DataLabel? after) => after is null ? [] : _more.PermittedPurposes(after).Where(p => IsGained(before, after, p)).ToList();

    private bool IsGained(DataLabel? before, DataLabel after, string purpose) =>
        _more.Judge(after, purpose).IsPermitted && (before is null || !_less.Judge(before, purpose).IsPermitted);

    private static DataLabel? Label(FieldEntry entry) => entry.Category is null && entry.CollectedFor is null ? null : new(entry.Category, entry.CollectedFor);
}
