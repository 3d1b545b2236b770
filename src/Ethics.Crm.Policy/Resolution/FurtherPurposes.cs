using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Resolution;

/// <summary>
/// The <c>compatible</c> entries. One step only: an entry starts from what a label itself names, not from what another entry permits. It never starts from consent, neither from
/// a purpose that rests on it nor through one: data collected for <c>marketing</c> (consent) reaches <c>marketing.post</c> by its dotted name, but no entry of
/// <c>marketing.post</c>, whatever that purpose rests on, takes it further.
/// </summary>
internal sealed class FurtherPurposes
{
    private readonly Dictionary<string, List<string>> _fromByTo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _toByFrom = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, PurposeEntry> _purposes;
    private readonly DottedSet _starts;

    public FurtherPurposes(PolicyDocument document)
    {
        _purposes = document.Purposes;
        foreach (var entry in document.Compatible)
        {
            if (!_purposes.TryGetValue(entry.From, out var from) || from.Basis == LawfulBasis.Consent)
            {
                continue;
            }

            Add(_fromByTo, entry.To, entry.From);
            Add(_toByFrom, entry.From, entry.To);
        }

        _starts = new(_toByFrom.Keys);
    }

    /// <summary>Where entries lead to from what was collected for this one name.</summary>
    public IEnumerable<string> From(string collectedFor) => _starts.CoveredBy(collectedFor).Where(from => Starts([collectedFor], from)).SelectMany(from => _toByFrom[from]);

    public bool Permit(IReadOnlyList<string> collectedFor, string purpose)
    {
        if (_fromByTo.Count == 0 || collectedFor.Count == 0)
        {
            return false;
        }

        foreach (var to in Dotted.SelfAndAncestors(purpose))
        {
            if (_fromByTo.TryGetValue(to, out var list) && list.Exists(from => Starts(collectedFor, from)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether data that was collected for a name comes down to another one without meeting a purpose that rests on consent, both included.</summary>
    public bool Reaches(string collectedFor, string from) => Starts([collectedFor], from);

    private bool Starts(IReadOnlyList<string> collectedFor, string from)
    {
        foreach (var given in Dotted.SelfAndAncestors(from))
        {
            if (_purposes.TryGetValue(given, out var passed) && passed.Basis == LawfulBasis.Consent)
            {
                return false;
            }

            if (collectedFor.Contains(given))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Dictionary<string, List<string>> lists, string key, string value)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
