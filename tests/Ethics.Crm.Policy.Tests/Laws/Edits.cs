using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>
/// Overlays of one or two steps: an entry said again with one key changed, added or emptied, or one entry more. Every key is as likely as any other, however rare it is in policies; and what one check alone refuses is not hidden behind
/// what others refuse beside it.
/// </summary>
internal sealed class Edits(JsonObject below, JsonObject other, Random random, bool open)
{
    private static readonly string[] Patterns = [.. PolicyNames.MemberPatterns, .. PolicyNames.CodePatterns, .. PolicyNames.SinkPatterns, .. PolicyNames.AnonymizerPatterns];

    /// <param name="focus">A file whose entries are taken first.</param>
    public JsonObject Overlay(JsonObject? focus = null)
    {
        var overlay = One(focus);
        return random.Next(3) == 0 ? MergeLaws.Merge(overlay, One(focus)) : overlay;
    }

    private JsonObject One(JsonObject? focus)
    {
        var (section, content) = random.Next(8) switch
        {
            0 => New(),
            1 => Section(random.Next(2) == 0 ? "enforcement" : "transfers"),
            _ => Again(focus is not null && random.Next(4) > 0 ? focus : below),
        };
        return new JsonObject { ["version"] = 1, [section] = content };
    }

    /// <summary>An entry that is there, with another value at one key. Of a map only that key is said; the items of a list are said whole.</summary>
    private (string Section, JsonNode Content) Again(JsonObject from)
    {
        var keys = Entries(from).SelectMany(e => e.Entry.AsEnumerable().Select(m => m.Key).Append("$new").Append("$null").Select(key => (e.Section, e.Name, e.Entry, Key: key))).GroupBy(e => (e.Section, e.Key)).ToList();
        if (keys.Count == 0)
        {
            return New();
        }

        var (section, name, entry, key) = Any(Any(keys).ToList());
        if (key == "$null" && section is "fields" or "attributes" or "code")
        {
            return (section, new JsonObject { [name] = null });
        }

        var change = new JsonObject { [key] = Value(section, key, entry[key]) };
        if (key.StartsWith('$') || random.Next(4) == 0)
        {
            change = Entries(other).Where(e => e.Section == section).SelectMany(e => e.Entry).Where(m => m.Key != "open").OrderBy(_ => random.Next()).FirstOrDefault() is { Key: { } added } member
                ? new JsonObject { [added] = member.Value?.DeepClone() }
                : [];
        }

        if (below[section] is JsonArray)
        {
            var item = entry.DeepClone().AsObject();
            foreach (var (k, v) in change)
            {
                item[k] = v?.DeepClone();
            }

            if (item["method"] is not null && random.Next(2) == 0)
            {
                item["method"] = Any(section == "sinks" ? PolicyNames.SinkPatterns : PolicyNames.AnonymizerPatterns);
            }

            if (random.Next(3) == 0 && item.Select(m => m.Key).FirstOrDefault(k => k is "log" or "open" or "id" or "until") is { } dropped)
            {
                item.Remove(dropped);
            }

            return (section, new JsonArray(Opened(item)));
        }

        return (section, new JsonObject { [name] = Opened(change) });
    }

    /// <summary>An entry that is not there: above or beneath one that is, or by a pattern that may win over others.</summary>
    private (string Section, JsonNode Content) New()
    {
        var section = Any(["categories", "purposes", "fields", "attributes", "code"]);
        var names = section switch
        {
            "categories" => PolicyNames.Categories,
            "purposes" => PolicyNames.Purposes,
            "attributes" => PolicyNames.AttributePatterns,
            "code" when random.Next(4) > 0 => PolicyNames.CodePatterns,
            "fields" when random.Next(4) > 0 => PolicyNames.MemberPatterns,
            _ => Patterns,
        };
        var name = Any(names);
        var like = Entries(other).Where(e => e.Section == section).Select(e => e.Entry).Concat(Entries(below).Where(e => e.Section == section).Select(e => e.Entry)).ToList();
        return (section, new JsonObject { [name] = like.Count == 0 ? null : Opened(Any(like).DeepClone().AsObject()) });
    }

    private (string Section, JsonNode Content) Section(string section) => (section, Opened((random.Next(3) > 0 ? other[section] as JsonObject : null)?.DeepClone().AsObject() ?? []));

    private JsonObject Opened(JsonObject entry)
    {
        entry.Remove("open");
        if (open && random.Next(2) == 0)
        {
            entry["open"] = true;
        }

        return entry;
    }

    private JsonNode? Value(string section, string key, JsonNode? old)
    {
        if (old?.GetValueKind() == JsonValueKind.True && random.Next(2) == 0)
        {
            return false;
        }

        if (old is JsonArray list && random.Next(4) == 0)
        {
            return new JsonArray([.. list.Skip(1).Select(i => i?.DeepClone())]);
        }

        var others = Entries(other).Where(e => e.Section == section && e.Entry.ContainsKey(key)).Select(e => e.Entry[key]).ToList();
        return (others.Count == 0 ? old : Any(others))?.DeepClone();
    }

    private static IEnumerable<(string Section, string Name, JsonObject Entry)> Entries(JsonObject policy)
    {
        foreach (var (section, value) in policy.Where(s => s.Key is not ("controller" or "notice" or "enforcement" or "transfers")))
        {
            var entries = value switch
            {
                JsonObject map => map.Select(e => (e.Key, e.Value)),
                JsonArray list => list.Select(i => ("", i)),
                _ => [],
            };
            foreach (var (name, entry) in entries)
            {
                if (entry is JsonObject known)
                {
                    yield return (section, name, known);
                }
            }
        }
    }

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
