using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy.Checking;

/// <param name="Node">Where an error is marked: the value where the pattern is one, else the key.</param>
/// <param name="Content">Equal for entries that say the same.</param>
internal sealed record PatternEntry(PolicyNode Node, string Text, string Content, bool IsValue = false);

/// <summary>
/// Two patterns of equal rank contradict each other when they say different things and some symbol is named by both. That is decided exactly
/// (product of the two wildcard patterns), not by trying names, so that a policy which loads never has to choose between two entries.
/// </summary>
internal static class PatternConflicts
{
    public static void Report(ErrorSink errors, IEnumerable<PatternEntry> entries, PatternUse use)
    {
        var byRank = new Dictionary<PatternRank, List<(MemberPattern Pattern, PatternEntry Entry)>>();
        foreach (var entry in entries)
        {
            if (PatternParser.Parse(entry.Text, use, out _) is not { } pattern)
            {
                continue;
            }

            if (!byRank.TryGetValue(pattern.Rank, out var sameRank))
            {
                byRank.Add(pattern.Rank, sameRank = []);
            }

            var rival = sameRank.FirstOrDefault(other => other.Entry.Content != entry.Content && Overlap(other.Pattern, pattern, use));
            if (rival.Entry is not null)
            {
                var message = $"{Quoted.Name(entry.Text)} and {Quoted.Name(rival.Entry.Text)} are equally exact, name common members and say different things";
                Action<PolicyErrorKind, PolicyNode, string, string?, string?> report = entry.IsValue ? errors.AtValue : errors.AtKey;
                report(PolicyErrorKind.Contradiction, entry.Node, message, "a more exact pattern for one of them", null);
            }

            sameRank.Add((pattern, entry));
        }
    }

    public static bool Overlap(MemberPattern a, MemberPattern b, PatternUse use)
    {
        var kinds = a.Kind == b.Kind || use == PatternUse.Method;
        return kinds
            && string.Equals(a.Parameter, b.Parameter, StringComparison.Ordinal)
            && (a.Types is null || b.Types is null || a.Types.SequenceEqual(b.Types, StringComparer.Ordinal))
            && a.Constants.All(c => b.Constants.All(d => c.Key != d.Key || c.Value == d.Value))
            && (a.IsExact && b.IsExact ? a.Segments.SequenceEqual(b.Segments, StringComparer.Ordinal) : NameGlob.Overlap(a.Segments, b.Segments));
    }
}
