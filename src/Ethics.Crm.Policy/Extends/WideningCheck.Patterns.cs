using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Checking;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    /// <summary>An entry of the overlay that wins over one of the base for some member must label it at least as strictly.</summary>
    private void CheckLabels(string section, PatternUse use, IReadOnlyDictionary<string, FieldEntry?> before, IReadOnlyDictionary<string, FieldEntry?> after)
    {
        foreach (var node in Entries(section))
        {
            if (PatternParser.Parse(node.Key!, use, out _) is not { } pattern)
            {
                continue;
            }

            foreach (var (key, old) in Rivals(pattern, use, before))
            {
                if (old is not null && !below.IsOpen(section, key) && !IsNarrower(after[node.Key!], old))
                {
                    Widens(node, $"For some members this wins over {Quoted.Name(key)} of the base, which labels them more strictly", atKey: true);
                    break;
                }
            }
        }
    }

    private void CheckCode()
    {
        foreach (var node in Entries("code"))
        {
            if (PatternParser.Parse(node.Key!, PatternUse.Code, out _) is not { } pattern)
            {
                continue;
            }

            var now = merged.Document.Code[node.Key!];
            foreach (var (key, old) in Rivals(pattern, PatternUse.Code, below.Document.Code))
            {
                // Another pattern may say what a part of the code works for; what it may not do is leave a ceiling.
                if (old is null || below.IsOpen("code", key) || !(old.Only || key == node.Key))
                {
                    continue;
                }

                var grows = now is null ? old.Only : now.Purposes.Any(p => !Dotted.AnyCovers(old.Purposes, p));
                if (grows || old.Only && now?.Only != true)
                {
                    Widens(node, $"{Quoted.Name(key)} of the base lists {Quoted.List(old.Purposes.Select(Quoted.Plain))}{(old.Only ? " only" : "")}", atKey: true);
                    break;
                }
            }
        }
    }

    private static IEnumerable<(string Key, T? Value)> Rivals<T>(MemberPattern pattern, PatternUse use, IReadOnlyDictionary<string, T?> before)
        where T : class
    {
        foreach (var entry in before.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (entry.Key == pattern.Text
                || PatternParser.Parse(entry.Key, use, out _) is { } other && pattern.Rank.CompareTo(other.Rank) >= 0 && PatternConflicts.Overlap(pattern, other, use))
            {
                yield return (entry.Key, entry.Value);
            }
        }
    }

    private bool IsNarrower(FieldEntry? now, FieldEntry old)
    {
        if (now is null || old.Category is not null && (now.Category is null || !Dotted.Covers(old.Category, now.Category)))
        {
            return false;
        }

        var before = below.Table.CollectedFor(new(old.Category, old.CollectedFor));
        var after = merged.Table.CollectedFor(new(now.Category, now.CollectedFor));
        return after.All(p => Dotted.AnyCovers(before, p));
    }
}
