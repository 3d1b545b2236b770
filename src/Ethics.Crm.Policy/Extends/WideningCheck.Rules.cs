using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    private void CheckCompatible()
    {
        foreach (var entry in overlay.Root.Find("compatible").Objects())
        {
            if (!MayDeclare && entry.Text("from") is { } from && entry.Text("to") is { } to
                && !below.Document.Compatible.Any(old => IsImpliedBy(old, from, to)))
            {
                Widens(entry, $"The base does not call {Quoted.Name(to)} compatible with {Quoted.Name(from)}", "a 'compatible' entry of the base");
            }
        }
    }

    // What is collected for a branch counts as collected for each purpose in it, so it is the broader 'from' that fewer labels reach.
    private static bool IsImpliedBy(CompatibleEntry old, string from, string to) => Dotted.Covers(from, old.From) && Dotted.Covers(old.To, to);

    private void CheckErasure()
    {
        foreach (var entry in overlay.Root.Find("erasure").Objects())
        {
            var action = (ErasureAction)Math.Max(0, entry.Word("action", Shapes.Words.Actions));
            foreach (var category in entry.Find("categories") is { Kind: NodeKind.Array } list ? list.Children : [])
            {
                var old = below.Document.Erasure.FirstOrDefault(o => o.Categories.Any(c => Dotted.Covers(c, category.Text) || Dotted.Covers(category.Text, c)));
                if (old is not null && (action > old.Action || action == ErasureAction.Retain && old.Action == ErasureAction.Retain && LastsLonger(entry.Text("until"), old.Until)))
                {
                    Widens(category, $"The base says {Shapes.Words.Actions[(int)old.Action]}{(old.Until is null ? "" : " until " + old.Until)} for {Quoted.Name(category.Text)}");
                }
            }
        }
    }

    private static bool LastsLonger(string? now, string? old) =>
        old is not null && PolicyDuration.TryParse(old, out var before) && (now is null || PolicyDuration.TryParse(now, out var after) && after.ApproximateSeconds > before.ApproximateSeconds);

    private void CheckRules()
    {
        foreach (var rule in overlay.Root.Find("rules").Objects())
        {
            var id = rule.Text("id");
            var old = id is null ? null : below.Document.Rules.FirstOrDefault(r => r.Id == id);
            if (old is null || below.Root.Find("rules").Objects().First(r => r.Text("id") == id).Flag("open") == true)
            {
                continue;
            }

            MustNotShrink(rule.Find("deny"), "categories", old.DenyCategories);
            MustNotShrink(rule.Find("deny"), "purposes", old.DenyPurposes);
            MustNotDrop(rule, "evenWithConsent", old.EvenWithConsent);
            if (rule.Find("open") is { Kind: NodeKind.True } open && !MayDeclare)
            {
                Widens(open, $"The base leaves rule {Quoted.Name(id!)} closed");
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
            MustNotRelax(entry, old.TryGetValue(entry.Key!, out var mode) ? mode : byDefault, entry.Key!);
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
