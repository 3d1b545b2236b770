using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Extends;

/// <summary>The <c>anonymizers</c> of a base, for the question whether an entry of an overlay stays within them.</summary>
internal sealed class AnonymizerRivals
{
    private readonly List<(MemberPattern Pattern, bool Open)> _entries = [];
    private readonly OverlapIndex _index;

    public AnonymizerRivals(IEnumerable<PolicyNode> below)
    {
        foreach (var node in below)
        {
            if (PatternParser.Parse(node.Text("method") ?? "", PatternUse.Method, out _) is { } pattern)
            {
                _entries.Add((pattern, node.Flag("open") == true));
            }
        }

        _index = new(_entries.ConvertAll(e => e.Pattern));
    }

    /// <summary>One entry names all that the pattern names; or an open one names part of it, and so may be said more broadly.</summary>
    /// <param name="alsoLater">Whether a later file may do so too: only within what is open.</param>
    public bool Allow(MemberPattern pattern, bool alsoLater) =>
        _index.Candidates(pattern).Select(i => _entries[i]).Any(e => (e.Open || !alsoLater) && e.Pattern.Covers(pattern) || e.Open && pattern.Covers(e.Pattern));
}
