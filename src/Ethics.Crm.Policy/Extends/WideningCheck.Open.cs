using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    /// <summary>
    /// Who may widen later is decided by the base, not by the file in between: neither where it says an entry of the base again, nor by an entry of its own that takes something from one of the base.
    /// Else a chain of two files that each only narrow could open what one may not.
    /// </summary>
    private void CheckOpen()
    {
        foreach (var section in overlay.Root.Children)
        {
            if (section.IsFree || section.Kind != NodeKind.Object || section.Key is not { } name)
            {
                continue;
            }

            // A base without enforcement enforces; one without transfers leaves them to its overlays.
            if (section.Find("open") is { Kind: NodeKind.True } whole && !below.IsOpen(name) && (name == "enforcement" || below.Root.Find(name) is not null))
            {
                Widens(whole, $"The base leaves '{name}' closed");
            }

            foreach (var entry in section.Entries())
            {
                if (entry.Find("open") is { Kind: NodeKind.True } open)
                {
                    if (ClosedBy(name, entry.Key!) is { } closed)
                    {
                        Widens(open, $"The base leaves {Quoted.Name(closed)} closed");
                    }
                }
                else if (below.IsOpen(name, entry.Key))
                {
                    MustAgree(entry, entry.Key!);
                }
            }
        }
    }

    /// <summary>Of two bases, neither of which extends the other, the one that leaves an entry closed would be overruled by the one that opens it.</summary>
    private void MustAgree(PolicyNode entry, string name)
    {
        if (MayDeclare)
        {
            errors.AtKey(PolicyErrorKind.Contradiction, entry, $"Another base opens {Quoted.Name(name)}, this one leaves it closed", "\"open\": true in both, or in neither");
        }
    }

    /// <summary>The entry of the base that an open one of this name would let a later file widen; null when there is none.</summary>
    private string? ClosedBy(string section, string key)
    {
        if (below.Root.Find(section)?.Find(key) is { } same)
        {
            return same.Flag("open") == true ? null : key;
        }

        return section switch
        {
            "categories" => below.Table.CategoriesCoveredBy(key).FirstOrDefault(c => !below.Document.Categories[c].Open),
            "purposes" => Dotted.SelfAndAncestors(key).FirstOrDefault(below.Document.Purposes.ContainsKey) is { } ancestor && !below.Document.Purposes[ancestor].Open ? ancestor : null,
            "fields" => ClosedRival(below.Document.Fields, PatternUse.Member),
            "attributes" => ClosedRival(below.Document.Attributes, PatternUse.Type),
            "code" => ClosedRival(below.Document.Code, PatternUse.Code),
            _ => null,
        };

        string? ClosedRival<T>(IReadOnlyDictionary<string, T?> entries, PatternUse use)
            where T : class =>
            PatternParser.Parse(key, use, out _) is { } pattern
                ? new PatternRivals<T?>(entries, use).Beaten(pattern).FirstOrDefault(r => r.Value is not (null or CodeEntry { Only: false }) && !below.IsOpen(section, r.Key)).Key
                : null;
    }
}
