using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    /// <summary>
    /// An entry of the overlay that wins over one of the base for some member must label it at least as strictly. What another section of the base says of the member, or the code, holds beside it
    /// (<see cref="LabelsBelow"/>) and need not be compared.
    /// </summary>
    private void CheckLabels(string section, PatternUse use, IReadOnlyDictionary<string, FieldEntry?> before, IReadOnlyDictionary<string, FieldEntry?> after)
    {
        var rivals = new Lazy<PatternRivals<FieldEntry?>>(() => new(before, use));
        foreach (var node in Entries(section))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What the last of two bases says of another kind, as an error says, has taken the place of the first's section.
            if (PatternParser.Parse(node.Key!, use, out _) is not { } pattern || !after.TryGetValue(node.Key!, out var now))
            {
                continue;
            }

            foreach (var (key, old) in rivals.Value.Beaten(pattern))
            {
                if (old is null || below.IsOpen(section, key))
                {
                    continue;
                }

                if (!IsNarrower(now, old))
                {
                    Widens(node, $"For some members this wins over {Quoted.Name(key)} of the base, which labels them more strictly", atKey: true);
                    break;
                }

                if (now!.Category != old.Category && Opened(old.Category, now.Category!) is { } opened)
                {
                    Widens(node, $"For some members this wins over {Quoted.Name(key)} of the base, which calls them {Named(old.Category)}: as {Quoted.Name(now.Category!)} {opened}", atKey: true);
                    break;
                }
            }
        }
    }

    /// <summary>Half by half: what one entry leaves unsaid, the code may say, or an attribute, and then other purposes come in than those of the category.</summary>
    private bool IsNarrower(FieldEntry? now, FieldEntry old)
    {
        if (now is null || old.Category is not null && (now.Category is null || !Dotted.Covers(old.Category, now.Category)) || old.CollectedFor is not null && now.CollectedFor is null)
        {
            return false;
        }

        var before = below.Table.CollectedFor(new(old.Category, old.CollectedFor));
        var after = merged.Table.CollectedFor(new(now.Category, now.CollectedFor));
        return after.All(p => Dotted.AnyCovers(before, p)) && Further(after, before) is null;
    }

    /// <summary>What data may under a category that it may not under another, or under none, its purposes apart; null when nothing.</summary>
    private string? Opened(string? old, string now)
    {
        foreach (var (name, recipient) in merged.Document.Recipients.Select(r => (r.Key, r.Value)))
        {
            // What the base opens to its overlays they may give to it anyway.
            if (Dotted.AnyCovers(recipient.Categories, now) && !(below.Document.Recipients.TryGetValue(name, out var known) && (known.Open || old is not null && Dotted.AnyCovers(known.Categories, old))))
            {
                return $"they may go to {Quoted.Name(name)}";
            }
        }

        if (merged.Table.FindCategory(now)?.Lookup == true && (old is null || below.Table.FindCategory(old)?.Lookup != true))
        {
            return "they may be looked up";
        }

        return !below.IsOpen("enforcement") && IsMoreLenient(old, now) ? "refusals act more leniently" : null;
    }

    private bool IsMoreLenient(string? old, string now)
    {
        var (before, after) = (below.Table.ModeOfCategory(old), merged.Table.ModeOfCategory(now));
        // Beside modes of purposes and rules one of a category can only be stricter; without one the others count alone, and the default where there is none.
        var modes = merged.Document.Enforcement;
        return after is null ? before is not null && modes.Purposes.Values.Concat(modes.Rules.Values).Append(modes.Default).Max() > before : after > (before ?? below.Document.Enforcement.Default);
    }

    private static string Named(string? category) => category is null ? "nothing" : Quoted.Name(category);
}
