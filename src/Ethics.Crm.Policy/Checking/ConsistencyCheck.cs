using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;
using Ethics.Crm.Policy.Resolution;
using static Ethics.Crm.Policy.PolicyErrorKind;

namespace Ethics.Crm.Policy.Checking;

/// <summary>What contradicts itself or can never have an effect, although each part of it is well formed.</summary>
/// <param name="closedLater">What said nothing wrong in its own file, and an overlay has closed: entries of <c>compatible</c> whose purpose it rests on consent, parts of a category that it marks, where recipients are to which it lets data go freely no longer.</param>
internal sealed partial class ConsistencyCheck(ErrorSink errors, PolicyNode merged, PolicyTable table, bool truncated, HashSet<PolicyNode> closedLater, CancellationToken cancellationToken)
{
    internal static readonly string[] InheritedFlags = ["special", "protected", "inConfidence", "sensitive"];

    private static readonly string[] ConsentKeys = ["consentFrom", "consentExpires"];

    private PolicyDocument Document => table.Document;

    public void Run()
    {
        foreach (var category in merged.Find("categories").Entries())
        {
            CheckFlags(category);
            CheckSelf(category, "derivedFrom");
            CheckSelf(category, "proxyFor");
        }

        foreach (var purpose in merged.Find("purposes").Entries())
        {
            CheckConsentKeys(purpose);
        }

        var purposes = merged.Find("purposes");
        foreach (var entry in merged.Find("compatible").Objects())
        {
            CheckCompatible(entry, purposes);
        }

        CheckTransfers();
        CheckErasure();
        CheckRuleIds();
        CheckEffects();
        CheckPatterns();
    }

    private void CheckFlags(PolicyNode category)
    {
        foreach (var flag in InheritedFlags)
        {
            if (category.Find(flag) is not { Kind: NodeKind.False } value || closedLater.Contains(value))
            {
                continue;
            }

            if (Above(Document, category.Key!, flag) is { } from)
            {
                errors.AtValue(Contradiction, value, $"{Quoted.Name(category.Key!)} inherits '{flag}' from {Quoted.Name(from)} and cannot take it back", "true, or no such key");
            }
        }
    }

    /// <summary>The nearest category above that has a flag; null when none has.</summary>
    internal static string? Above(PolicyDocument document, string category, string flag) =>
        Dotted.SelfAndAncestors(category).Skip(1).FirstOrDefault(name => document.Categories.TryGetValue(name, out var ancestor) && Has(ancestor, flag));

    private static bool Has(CategoryEntry category, string flag) => flag switch
    {
        "special" => category.Special,
        "protected" => category.Protected,
        "inConfidence" => category.InConfidence,
        _ => category.Sensitive,
    } == true;

    private void CheckSelf(PolicyNode category, string key)
    {
        foreach (var item in category.Find(key) is { Kind: NodeKind.Array } list ? list.Children : [])
        {
            if (item.Kind == NodeKind.String && item.Text == category.Key)
            {
                errors.AtValue(Contradiction, item, $"{Quoted.Name(item.Text)} names itself in '{key}', which can never have an effect", "another category");
            }
        }
    }

    private void CheckConsentKeys(PolicyNode purpose)
    {
        if (purpose.Text("basis") is null or "consent" || purpose.Word("basis", Shapes.Words.Bases) < 0)
        {
            return;
        }

        foreach (var key in ConsentKeys)
        {
            if (purpose.Find(key) is { } value)
            {
                errors.AtKey(Contradiction, value, $"{Quoted.Name(purpose.Key!)} does not rest on consent, so '{key}' can never have an effect", "\"basis\": \"consent\", or no such key");
            }
        }
    }

    private void CheckCompatible(PolicyNode entry, PolicyNode? purposes)
    {
        if (entry.Text("from") is not { } from || entry.Text("to") is not { } to)
        {
            return;
        }

        // Only where the basis is really written: a missing one has been reported and says nothing.
        if (purposes?.Find(from)?.Text("basis") == "consent" && !closedLater.Contains(entry))
        {
            errors.AtValue(
                Contradiction, entry.Find("from")!, $"{Quoted.Name(from)} rests on consent: what people consented to has no compatible further purpose", "a purpose with another basis");
        }

        if (Dotted.Covers(from, to))
        {
            errors.AtValue(Contradiction, entry.Find("to")!, $"What is collected for {Quoted.Name(from)} may serve {Quoted.Name(to)} anyway, so the entry can never have an effect", "another purpose");
        }
    }

    private void CheckRuleIds()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rules = merged.Find("rules").Objects().ToList();
        for (var i = 0; i < rules.Count; i++)
        {
            // One without id is called by its place, and 'enforcement' would speak of both.
            if (rules[i].Text("id") is null && rules.Find(other => other.Text("id") == ResolvedRule.NameAt(i)) is { } taking)
            {
                errors.AtValue(Contradiction, taking.Find("id")!, $"{Quoted.Name(ResolvedRule.NameAt(i))} is how a rule without id is called", "another id, or an id for each rule");
            }
        }

        foreach (var rule in rules)
        {
            if (rule.Text("id") is { } id && !seen.Add(id))
            {
                errors.AtValue(Contradiction, rule.Find("id")!, $"Two rules have the id {Quoted.Name(id)}", "an id of its own");
            }
        }
    }
}
