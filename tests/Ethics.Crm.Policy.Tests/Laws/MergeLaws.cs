using System.Text.Json.Nodes;
using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>What two files say together: key by key, entry by entry, lists of the root one after the other, rules of one id as one. Nothing of either is lost.</summary>
[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 300)]
public sealed class MergeLaws
{
    /// <summary>The three flags that a new purpose keeps of the one above it; told by OverlayLaws.</summary>
    private static readonly string[] Kept = ["decision", "personalisation", "directMarketing"];

    /// <summary>What a purpose takes from that of the base, or the one above it there, where it says nothing itself.</summary>
    private static readonly string[] Terms = ["consentFrom", "consentExpires", "maxAge", "retention", "quietHours", "frequency", "channels"];

    [Law]
    public void TwoFiles_SayWhatOneWouldThatHoldsBoth(Overlaid pair)
    {
        var (below, above) = (JsonNode.Parse(pair.Base.Text)!.AsObject(), JsonNode.Parse(pair.Overlay)!.AsObject());
        var (one, two) = (Sample.Read(Held(below, Merge(below, above)).ToJsonString()).PartialDocument, pair.Read().PartialDocument);

        Assert.Equal(Sorted(DocumentJson.Write(one!)), Sorted(DocumentJson.Write(two!)));
    }

    /// <summary>The identity is equal exactly where the documents are: a build and a program that compare it compare what they decide.</summary>
    [Law]
    public void Identity_IsThatOfTheDocument(GoodPolicy policy, int which)
    {
        var smaller = Shrinking.Texts(policy.Text).ToList();
        var own = Sorted(DocumentJson.Write(policy.Table.Document), withFlags: true);
        foreach (var text in Enumerable.Range(0, Math.Min(10, smaller.Count)).Select(i => smaller[(int)(((uint)which + 7 * i) % smaller.Count)]))
        {
            if (Sample.Read(text).Table is { } other)
            {
                Assert.True((own == Sorted(DocumentJson.Write(other.Document), withFlags: true)) == (policy.Table.Identity == other.Identity), text);
            }
        }
    }

    private static JsonObject Held(JsonObject below, JsonObject merged)
    {
        if (below["purposes"] is JsonObject old && merged["purposes"] is JsonObject purposes)
        {
            foreach (var (name, entry) in purposes.ToList())
            {
                var parts = name.Split('.');
                var above = Enumerable.Range(1, parts.Length).Reverse().Select(length => string.Join('.', parts.Take(length))).FirstOrDefault(old.ContainsKey);
                if (above is not null && old[above] is JsonObject held && held["open"]?.GetValue<bool>() != true)
                {
                    foreach (var term in Terms.Where(term => held.ContainsKey(term) && entry![term] is null or JsonArray { Count: 0 }))
                        entry![term] = held[term]?.DeepClone();
                }
            }
        }

        // What declares nothing works for all that the base says, whatever an overlay leaves of its ceiling.
        foreach (var (key, entry) in (merged["code"] as JsonObject)?.ToList() ?? [])
        {
            if (entry is JsonObject now && now["only"]?.GetValue<bool>() == true && below["code"]?[key] is JsonObject said && said["open"]?.GetValue<bool>() != true)
            {
                now["purposes"] = new JsonArray([.. new[] { now, said }.SelectMany(static e => e["purposes"] as JsonArray ?? []).Select(static p => p!.GetValue<string>()).Distinct().Select(static p => JsonValue.Create(p))]);
            }
        }

        return merged;
    }

    internal static JsonObject Merge(JsonObject below, JsonObject above)
    {
        var merged = Laid(below, above, inRoot: true);
        merged.Remove("extends");
        return merged;
    }

    private static JsonObject Laid(JsonObject below, JsonObject above, bool inRoot)
    {
        var merged = above.DeepClone().AsObject();
        foreach (var (key, old) in below)
        {
            merged[key] = (old, above.TryGetPropertyValue(key, out var now), now) switch
            {
                (_, false, _) => old?.DeepClone(),
                (JsonObject o, _, JsonObject n) => Laid(o, n, inRoot: false),
                (JsonArray o, _, JsonArray n) when inRoot => Together(o, n, key switch { "rules" => "id", "sinks" => "method", _ => null }),
                _ => now?.DeepClone(),
            };
        }

        return merged;
    }

    private static JsonArray Together(JsonArray below, JsonArray above, string? name)
    {
        string? Id(JsonNode? item) => name is not null && item is JsonObject o ? o[name]?.GetValue<string>() : null;
        var ofId = name is not null ? above.Where(n => Id(n) is not null).ToLookup(Id) : Array.Empty<JsonNode?>().ToLookup(Id);
        return
        [
            .. above.Select(n => Id(n) is { } id && below.FirstOrDefault(o => Id(o) == id) is JsonObject old ? Laid(old, n!.AsObject(), inRoot: false) : n?.DeepClone()),
            .. below.Where(o => !ofId.Contains(Id(o)) || Id(o) is null).Where(o => !above.Any(n => JsonNode.DeepEquals(n, o))).Select(o => o?.DeepClone()),
        ];
    }

    /// <summary>In one order, without what speaks to overlays alone; a list that says the same twice says it once.</summary>
    private static string Sorted(JsonNode? node, bool withFlags = false) => node switch
    {
        JsonObject o => "{" + string.Join(",", o.Where(m => m.Key != "open" && (withFlags || !Kept.Contains(m.Key))).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key + ":" + Sorted(m.Value, withFlags))) + "}",
        JsonArray a => "[" + string.Join(",", a.Select(i => Sorted(i, withFlags)).Distinct().Order(StringComparer.Ordinal)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
