using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy.Checking;

/// <param name="Node">Where an error is marked: the value where the pattern is one, else the key.</param>
/// <param name="Content">Equal for entries that say the same.</param>
internal sealed record PatternEntry(PolicyNode Node, string Text, string Content, bool IsValue = false);

/// <summary>Two patterns of equal rank contradict each other when they say different things and some symbol is named by both.</summary>
internal sealed class PatternConflicts(ErrorSink errors, CancellationToken cancellationToken)
{
    public void Report(IEnumerable<PatternEntry> entries, PatternUse use)
    {
        var contents = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<(string, int)>();
        var groups = new Dictionary<(PatternRank, string), List<Candidate>>();
        foreach (var entry in entries)
        {
            if (!contents.TryGetValue(entry.Content, out var content))
            {
                contents.Add(entry.Content, content = contents.Count);
            }

            if (!seen.Add((entry.Text, content)) || PatternParser.Parse(entry.Text, use, out _) is not { } pattern)
            {
                continue;
            }

            // Without wildcard only the same name meets.
            var group = (pattern.Rank, pattern.IsExact ? string.Join("\0", pattern.Name, pattern.Parameter, pattern.Types is null ? null : string.Join(",", pattern.Types)) : "");
            if (!groups.TryGetValue(group, out var list))
            {
                groups.Add(group, list = []);
            }

            list.Add(new(pattern, entry, content));
        }

        foreach (var group in groups.Values)
        {
            if (!group.Exists(c => c.Content != group[0].Content))
            {
                continue;
            }

            if (group[0].Pattern.IsExact)
            {
                ReportOfOneName(group, use);
            }
            else
            {
                ReportWildcards(group, use);
            }
        }
    }

    private void ReportWildcards(List<Candidate> group, PatternUse use)
    {
        var index = new OverlapIndex(group.ConvertAll(c => c.Pattern));
        for (var i = 1; i < group.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var j in index.Candidates(group[i].Pattern))
            {
                if (j < i && group[j].Content != group[i].Content && PatternOverlap.Exists(group[j].Pattern, group[i].Pattern, use))
                {
                    Report(group[i].Entry, group[j].Entry);
                    break;
                }
            }
        }
    }

    /// <summary>
    /// Attribute bags may list thousands of keys of one method. Those that fix the same parameters meet only at the same values; those that fix different ones, of which there are
    /// few, are compared one by one.
    /// </summary>
    private void ReportOfOneName(List<Candidate> group, PatternUse use)
    {
        var byParameters = new Dictionary<string, Dictionary<string, List<Candidate>>>(StringComparer.Ordinal);
        foreach (var candidate in group)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parameters = string.Join("\0", candidate.Pattern.Constants.Select(c => c.Key));
            if (!byParameters.TryGetValue(parameters, out var byValues))
            {
                byParameters.Add(parameters, byValues = new(StringComparer.Ordinal));
            }

            var values = string.Join("\0", candidate.Pattern.Constants.Select(c => c.Value));
            if (!byValues.TryGetValue(values, out var same))
            {
                byValues.Add(values, same = []);
            }

            var others = same.Concat(byParameters.Where(p => p.Key != parameters).SelectMany(p => p.Value.Values).SelectMany(list => list));
            if (others.FirstOrDefault(o => o.Content != candidate.Content && PatternOverlap.Exists(o.Pattern, candidate.Pattern, use)) is { } rival)
            {
                Report(candidate.Entry, rival.Entry);
            }
            else
            {
                same.Add(candidate);
            }
        }
    }

    private void Report(PatternEntry entry, PatternEntry rival)
    {
        var message = $"{Quoted.Name(entry.Text)} and {Quoted.Name(rival.Text)} are equally exact, name common members and say different things";
        Action<PolicyErrorKind, PolicyNode, string, string?, string?> report = entry.IsValue ? errors.AtValue : errors.AtKey;
        report(PolicyErrorKind.Contradiction, entry.Node, message, "a more exact pattern for one of them, or the same content", null);
    }

    private sealed record Candidate(MemberPattern Pattern, PatternEntry Entry, int Content);
}
