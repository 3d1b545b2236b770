using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Resolution;
using Ethics.Crm.Policy.Values;
using static Ethics.Crm.Policy.PolicyErrorKind;

namespace Ethics.Crm.Policy.Checking;

internal sealed partial class ConsistencyCheck
{
    private void CheckTransfers()
    {
        // Behind a syntax error more countries may have been free.
        if (Document.FreeTransfers is not { } free || truncated)
        {
            return;
        }

        foreach (var recipient in merged.Find("recipients").Entries())
        {
            if (recipient is not { Kind: NodeKind.Object, Incomplete: false } || recipient.Text("safeguard") is not null)
            {
                continue;
            }

            var name = Quoted.Name(recipient.Key!);
            if (recipient.Find("country") is not { } country)
            {
                // One that has no purpose or no category may have nothing anyway.
                if (recipient.Texts("for") is not { Count: > 0 } || recipient.Texts("categories") is not { Count: > 0 } || closedLater.Contains(recipient.Find("for")!))
                {
                    continue;
                }

                errors.AtKey(
                    Contradiction, recipient, $"Nothing says where {name} is, so with 'transfers' it may have nothing", "\"country\": an ISO 3166 code of two letters, or \"safeguard\": what protects the data there");
            }
            else if (country.Kind == NodeKind.String && Countries.IsCountry(country.Text) && !Countries.IsFree(country.Text, free) && !closedLater.Contains(country))
            {
                errors.AtValue(
                    Contradiction, country, $"{name} is in {Quoted.Plain(country.Text)}, to which data may not go freely, and names no safeguard",
                    "\"safeguard\": what protects the data there, or a country that 'transfers' lists as free");
            }
        }
    }

    private void CheckErasure()
    {
        // Overlay and base may speak of one category: the overlay comes first and is held to be stricter.
        var seen = new Dictionary<(JsonText, string), string>();
        foreach (var entry in merged.Find("erasure").Objects())
        {
            if (entry.Find("categories") is not { Kind: NodeKind.Array } categories)
            {
                errors.AtValue(Contradiction, entry, "The erasure rule names no category, so it can never have an effect", "\"categories\": a list of declared categories");
                continue;
            }

            var content = PolicyIdentity.Record(entry.Text("action") ?? "erase", entry.Text("until"));
            foreach (var category in categories.Children)
            {
                var key = (entry.File, category.Text);
                if (!seen.TryGetValue(key, out var other))
                {
                    seen.Add(key, content);
                }
                else if (other != content)
                {
                    errors.AtValue(Contradiction, category, $"Two erasure rules treat {Quoted.Name(category.Text)} differently", "one rule for each category");
                }
            }
        }
    }

    private void CheckEffects()
    {
        foreach (var label in merged.Find("fields").Entries().Concat(merged.Find("attributes").Entries()))
        {
            if (label is { Kind: NodeKind.Object, Incomplete: false } && label.Find("category") is null && label.Find("collectedFor") is null)
            {
                errors.AtKey(Contradiction, label, "The label names neither category nor purposes, so it can never have an effect", "a category, purposes, or null");
            }
        }

        foreach (var sink in merged.Find("sinks").Objects())
        {
            if (!sink.Incomplete && sink.Find("disclosesTo") is null && sink.Find("log")?.Kind is null or NodeKind.False)
            {
                errors.AtValue(Contradiction, sink, "The sink neither discloses nor logs, so it can never have an effect", "\"disclosesTo\": a recipient, or \"log\": true");
            }
        }

        foreach (var code in merged.Find("code").Entries())
        {
            var purposes = code.Kind == NodeKind.Array ? code : code.Find("purposes");
            if (code is { Kind: NodeKind.Array or NodeKind.Object, Incomplete: false } && purposes is null or { Kind: NodeKind.Array, Incomplete: false, Children.Count: 0 } && code.Flag("only") != true
                && code.Kind != NodeKind.Null)
            {
                errors.AtKey(Contradiction, code, "The entry names no purpose, so it can never have an effect", "at least one purpose, or null");
            }
        }
    }

    private void CheckPatterns()
    {
        var conflicts = new PatternConflicts(errors, cancellationToken);
        conflicts.Report(Keyed("fields"), PatternUse.Member);
        conflicts.Report(Keyed("attributes"), PatternUse.Type);
        conflicts.Report(Keyed("code"), PatternUse.Code);
        conflicts.Report(Methods("sinks", static s => PolicyIdentity.Record(s.Text("disclosesTo"), s.Flag("log") == true ? "log" : null)), PatternUse.Method);
        conflicts.Report(Methods("anonymizers", static _ => ""), PatternUse.Method);
    }

    private IEnumerable<PatternEntry> Keyed(string section) => merged.Find(section).Entries().Select(e => new PatternEntry(e, e.Key!, ContentOf(e)));

    private IEnumerable<PatternEntry> Methods(string section, Func<PolicyNode, string> content) =>
        merged.Find(section).Objects().Where(e => e.Text("method") is not null).Select(e => new PatternEntry(e.Find("method")!, e.Text("method")!, content(e), IsValue: true));

    private static string ContentOf(PolicyNode entry) => entry.Kind switch
    {
        NodeKind.Array => PolicyIdentity.Record(null, PolicyIdentity.Set(entry.Texts()), null),
        NodeKind.Object => PolicyIdentity.Record(
            entry.Text("category"), PolicyIdentity.Set(entry.Texts("collectedFor") ?? entry.Texts("purposes")), entry.Flag("only") == true ? "only" : null),
        _ => "",
    };
}
