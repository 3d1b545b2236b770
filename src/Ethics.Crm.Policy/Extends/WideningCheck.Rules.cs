using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    private void CheckCompatible()
    {
        var entries = overlay.Root.Find("compatible").Objects().ToList();
        if (MayDeclare || entries.Count == 0)
        {
            return;
        }

        var byTo = below.Document.Compatible.ToLookup(old => old.To, old => old.From, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // What is collected for a branch counts as collected for each purpose in it, so it is the broader 'from' that fewer labels reach; but not past a purpose that rests on consent.
            if (entry.Text("from") is { } from && entry.Text("to") is { } to && !Dotted.SelfAndAncestors(to).Any(covering => byTo[covering].Any(old => Dotted.Covers(from, old) && below.Table.MayStart(from, old))))
            {
                Widens(entry, $"The base does not call {Quoted.Name(to)} compatible with {Quoted.Name(from)}", "a 'compatible' entry of the base");
            }
        }
    }

    private void CheckErasure()
    {
        var byCategory = below.Document.Erasure.SelectMany(e => e.Categories.Select(c => (Category: c, Entry: e))).ToLookup(e => e.Category, e => e.Entry, StringComparer.Ordinal);
        var named = new DottedSet(byCategory.Select(e => e.Key));
        foreach (var entry in overlay.Root.Find("erasure").Objects())
        {
            var action = (ErasureAction)Math.Max(0, entry.Word("action", Shapes.Words.Actions));
            foreach (var category in entry.Find("categories") is { Kind: NodeKind.Array } list ? list.Children : [])
            {
                // The most exact entry above it is what holds for it today; where none does, all those beneath it are held to.
                var exact = Dotted.SelfAndAncestors(category.Text).FirstOrDefault(named.Contains);
                var rivals = exact is not null ? byCategory[exact] : named.CoveredBy(category.Text).SelectMany(c => byCategory[c]);
                if (rivals.FirstOrDefault(old => action > old.Action || action == ErasureAction.Retain && LastsLonger(entry.Text("until"), old.Until)) is { } beaten)
                {
                    Widens(category, $"The base says {Shapes.Words.Actions[(int)beaten.Action]}{(beaten.Until is null ? "" : " until " + beaten.Until)} for {Quoted.Name(category.Text)}");
                }
                else if (!MayDeclare && action == ErasureAction.Retain && entry.Text("until") is null && !rivals.Any() && below.Table.CategoriesCoveredBy(category.Text).Any(c => !below.Document.Categories[c].Open))
                {
                    Widens(category, $"The base does not retain {Quoted.Name(category.Text)}", "\"until\": how long, or \"open\": true at the category of the base");
                }
            }
        }
    }

    private static bool LastsLonger(string? now, string? old) =>
        old is not null && PolicyDuration.TryParse(old, out var before) && (now is null || PolicyDuration.TryParse(now, out var after) && after.MayBeLongerThan(before));

    private void CheckRules()
    {
        var oldById = new Dictionary<string, (RuleEntry Rule, PolicyNode Node)>(StringComparer.Ordinal);
        foreach (var pair in below.Document.Rules.Zip(below.Root.Find("rules").Objects(), (rule, node) => (rule, node)))
        {
            if (pair.rule.Id is { } id && !oldById.ContainsKey(id))
            {
                oldById.Add(id, pair);
            }
        }

        foreach (var rule in overlay.Root.Find("rules").Objects())
        {
            if (rule.Text("id") is not { } id || !oldById.TryGetValue(id, out var found))
            {
                continue;
            }

            var open = rule.Find("open") is { Kind: NodeKind.True } flag ? flag : null;
            if (found.Node.Flag("open") == true)
            {
                if (open is null)
                {
                    MustAgree(rule, id);
                }

                continue;
            }

            var old = found.Rule;

            MustNotShrink(rule.Find("deny"), "categories", old.DenyCategories);
            MustNotShrink(rule.Find("deny"), "purposes", old.DenyPurposes);
            MustNotDrop(rule, "evenWithConsent", old.EvenWithConsent);
            if (open is not null)
            {
                Widens(open, $"The base leaves rule {Quoted.Name(id)} closed");
            }
        }
    }

    private void CheckEnforcement()
    {
        if (overlay.Root.Find("enforcement") is not { Kind: NodeKind.Object } section || below.IsOpen("enforcement"))
        {
            return;
        }

        var old = below.Document.Enforcement;
        MustNotRelax(section.Find("default"), old.Default, "default");
        CheckModes(section, "purposes", old.Purposes, old.Default);
        CheckModes(section, "categories", old.Categories, old.Default);
        CheckModes(section, "rules", old.Rules, old.Default);
    }

    private void CheckModes(PolicyNode section, string key, IReadOnlyDictionary<string, EnforcementMode> old, EnforcementMode byDefault)
    {
        foreach (var entry in section.Find(key).Entries())
        {
            // Of several that match the strictest counts: beside an entry of the base for a branch above, one more can only be stricter. Where none matches, the default did.
            // A rule that the base does not have refuses what the base lets pass: on trial it refuses less, and still no less than without it.
            if (old.TryGetValue(entry.Key!, out var own))
            {
                MustNotRelax(entry, own, entry.Key!);
            }
            else if (key == "rules" ? below.Document.Rules.Any(rule => rule.Id == entry.Key) : !Dotted.SelfAndAncestors(entry.Key!).Any(old.ContainsKey))
            {
                MustNotRelax(entry, byDefault, entry.Key!);
            }
        }
    }

    private void MustNotRelax(PolicyNode? node, EnforcementMode old, string name)
    {
        if (node is { Kind: NodeKind.String } && Array.IndexOf(Shapes.Words.Modes, node.Text) > (int)old)
        {
            Widens(node, $"The base says {Shapes.Words.Modes[(int)old]} for {Quoted.Name(name)}, a stricter mode");
        }
    }
}
