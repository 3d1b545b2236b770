using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ethics.Crm.Parity.Tests.Models;

/// <summary>A policy that is drawn from a seed, with all that decides what may be used for what. It may contradict itself: then it is no policy.</summary>
internal static class GeneratedPolicy
{
    public static readonly string[] Purposes = ["a", "a.b", "a.b.c", "d", "d.e", "f"];

    public static readonly string[] Categories = ["k", "k.l", "k.l.m", "n", "n.o"];

    private static readonly string[] s_bases = ["consent", "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"];

    /// <param name="draw">The same for the same policy.</param>
    /// <param name="fields">Members that the policy labels.</param>
    /// <param name="attributes">Attributes that stand for a category.</param>
    public static string Of(Random draw, JsonObject fields, JsonObject attributes)
    {
        var bases = Purposes.Select(_ => One(draw, s_bases)).ToArray();
        return new JsonObject
        {
            ["version"] = 1,
            ["categories"] = new JsonObject(Categories.Select(name => KeyValuePair.Create(name, (JsonNode?)Category(draw)))),
            ["purposes"] = new JsonObject(Purposes.Zip(bases, (name, basis) => KeyValuePair.Create(name, (JsonNode?)Purpose(draw, basis)))),
            ["compatible"] = new JsonArray([.. Enumerable.Range(0, draw.Next(3)).Select(_ => (From: draw.Next(Purposes.Length), To: draw.Next(Purposes.Length)))
                .Where(way => way.From != way.To && bases[way.From] != "consent").Distinct()
                .Select(way => (JsonNode)new JsonObject { ["from"] = Purposes[way.From], ["to"] = Purposes[way.To], ["because"] = "assessed" })]),
            ["rules"] = new JsonArray([.. Enumerable.Range(0, draw.Next(3)).Select(number => (JsonNode)new JsonObject
            {
                ["id"] = $"r{number}",
                ["deny"] = new JsonObject { ["categories"] = Some(draw, Categories, 1), ["purposes"] = Some(draw, Purposes, 1) },
                ["because"] = "P11",
                ["evenWithConsent"] = draw.Next(2) == 0,
            })]),
            ["fields"] = fields,
            ["attributes"] = attributes,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>Without one thing, wherever it stands.</summary>
    public static string Without(string policy, string part)
    {
        var document = JsonNode.Parse(policy)!;
        Remove(document, part);
        return document.ToJsonString();
    }

    public static T One<T>(Random draw, IReadOnlyList<T> all) => all[draw.Next(all.Count)];

    public static string[] Drawn(Random draw, IReadOnlyList<string> all, int least)
    {
        var drawn = all.Where(_ => draw.Next(3) == 0).ToArray();
        return drawn.Length >= least ? drawn : [One(draw, all)];
    }

    private static JsonArray Some(Random draw, IReadOnlyList<string> all, int least) => new([.. Drawn(draw, all, least).Select(static name => (JsonNode)name)]);

    private static JsonObject Category(Random draw)
    {
        var entry = new JsonObject();
        if (draw.Next(3) > 0)
            entry["collectedFor"] = Some(draw, Purposes, 1);
        if (draw.Next(5) == 0)
            entry["only"] = Some(draw, Purposes, 1);
        foreach (var flag in new[] { "special", "protected", "inConfidence" })
        {
            if (draw.Next(5) == 0)
                entry[flag] = true;
        }

        return entry;
    }

    private static JsonObject Purpose(Random draw, string basis)
    {
        var entry = new JsonObject { ["basis"] = basis };
        foreach (var flag in new[] { "decision", "personalisation", "directMarketing" })
        {
            if (draw.Next(3) == 0)
                entry[flag] = true;
        }

        if (draw.Next(4) == 0)
            entry["article9"] = "Art. 9(2)(h)";
        if (basis == "legitimate-interests")
            entry["assessment"] = "LIA";
        return entry;
    }

    private static void Remove(JsonNode? node, string part)
    {
        switch (node)
        {
            case JsonObject entry:
                entry.Remove(part);
                foreach (var below in entry.Select(static one => one.Value).ToList())
                    Remove(below, part);
                break;
            case JsonArray list:
                foreach (var below in list.ToList())
                    Remove(below, part);
                break;
        }
    }
}
