using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>A policy that reads without error, over few names, so that names meet each other.</summary>
public sealed record GoodPolicy(string Text)
{
    internal PolicyTable Table { get; } = Sample.Read(Text).Table ?? throw new InvalidOperationException(string.Join("\n", Sample.Read(Text).Errors) + "\n" + Text);

    internal bool IsOpen => Text.Contains("\"open\":true", StringComparison.Ordinal);
}

/// <summary>A label over the names of <see cref="PolicyNames"/>, undeclared ones included.</summary>
public sealed record AnyLabel(string? Category, string[]? CollectedFor)
{
    internal DataLabel Label => new(Category, CollectedFor);

    public override string ToString() => Label.ToString();
}

/// <summary>An overlay over a good policy: some of its entries said again with other values, and new ones.</summary>
public sealed record Overlaid(GoodPolicy Base, string Overlay)
{
    internal PolicyResult Read() => Sample.Read(Overlay.Replace("{\"version\":1", "{\"version\":1,\"extends\":[\"base.json\"]", StringComparison.Ordinal), new PolicySource("base.json", Base.Text));
}

/// <summary>Two overlays, one above the other. The one in between may mark its own entries open, and the upper one takes that up.</summary>
public sealed record Chained(GoodPolicy Base, string Middle, string Top)
{
    internal PolicyResult Read() => Sample.Read(
        Extending(Top, "middle.json"), new PolicySource("middle.json", Extending(Middle, "base.json")), new PolicySource("base.json", Base.Text));

    private static string Extending(string overlay, string file) => overlay.Replace("{\"version\":1", $"{{\"version\":1,\"extends\":[\"{file}\"]", StringComparison.Ordinal);
}

/// <summary>Arbitraries of the laws. What is generated is repaired into a policy that reads (see <see cref="Repair"/>), and shrunk entry by entry.</summary>
public static class PolicyGen
{
    public static Arbitrary<GoodPolicy> GoodPolicies() => Arb.From(Policy(open: true), ShrinkPolicy);

    public static Arbitrary<AnyLabel> Labels() => Arb.From(
        from category in Gens.Maybe(Gen.Elements<string>([.. PolicyNames.Categories, "unknown"]), 9)
        from purposes in Gens.Maybe(Gens.Few([.. PolicyNames.Purposes, "unknown"]), 6)
        select new AnyLabel(category, purposes),
        ShrinkLabel);

    /// <summary>Half of the bases have no open entry, for laws that hold without exception; half of the pairs are small, and of labels and code alone.</summary>
    public static Arbitrary<Overlaid> Overlays() => Arb.From(
        from drawn in Gen.OneOf(Whole(), OfLabels())
        from left in Gen.Elements(0, 1, 1, int.MaxValue)
        select drawn with { Overlay = Repair.UntilItReads(JsonNode.Parse(drawn.Overlay)!.AsObject(), text => (drawn with { Overlay = text }).Read(), left).ToJsonString() },
        pair => Shrinking.Texts(pair.Overlay).Select(o => pair with { Overlay = o }).Concat(ShrinkPolicy(pair.Base).Select(b => pair with { Base = b })));

    private static Gen<Overlaid> Whole() =>
        from open in Gen.Elements(true, false)
        from below in Policy(open)
        from drawn in Overlay(JsonNode.Parse(below.Text)!.AsObject(), open: false)
        select new Overlaid(below, drawn);

    private static Gen<Overlaid> OfLabels() =>
        from below in Sections.Labelled(["a", "a.x", "a.x.y", "b"], ["k", "k.m", "l"], declares: true)
        from above in Sections.Labelled(["a", "a.x", "a.x.y", "b"], ["k", "k.m", "l"], declares: false)
        select new Overlaid(new GoodPolicy(Repair.UntilItReads(below).ToJsonString()), above.ToJsonString());

    public static Arbitrary<Chained> Chains() => Arb.From(
        from open in Gen.Elements(true, false, false)
        from below in Policy(open)
        let root = JsonNode.Parse(below.Text)!.AsObject()
        from drawn in Overlay(root, open: true)
        let middle = Repair.UntilItReads(JsonNode.Parse(drawn)!.AsObject(), text => new Overlaid(below, text).Read()).ToJsonString()
        let between = JsonNode.Parse(middle)!.AsObject()
        from top in Overlay(MergeLaws.Merge(root, between), open: false, focus: between)
        select new Chained(below, middle, top),
        chain => Shrinking.Texts(chain.Top).Select(t => chain with { Top = t }).Concat(Shrinking.Texts(chain.Middle).Select(m => chain with { Middle = m })).Concat(ShrinkPolicy(chain.Base).Select(b => chain with { Base = b })));

    private static IEnumerable<GoodPolicy> ShrinkPolicy(GoodPolicy policy) =>
        Shrinking.Texts(policy.Text).Where(text => Sample.Read(text).Table is not null).Select(text => new GoodPolicy(text));

    private static IEnumerable<AnyLabel> ShrinkLabel(AnyLabel label) =>
        (label.CollectedFor ?? []).Select(p => label with { CollectedFor = [.. label.CollectedFor!.Where(o => o != p)] });

    private static Gen<GoodPolicy> Policy(bool open) =>
        from purposes in Gen.SubListOf(PolicyNames.Purposes)
        from categories in Gen.SubListOf(PolicyNames.Categories)
        let p = purposes.Union(["a", "b"]).ToArray()
        let c = categories.Union(["k", "l"]).ToArray()
        from body in Sections.Whole(p, c, p, c, open)
        from seed in Gen.Choose(0, int.MaxValue)
        select new GoodPolicy(Repair.UntilItReads(WithNulls(body, new Random(seed))).ToJsonString());

    /// <param name="root">What lies below.</param>
    /// <param name="focus">Of it, what is taken up first.</param>
    private static Gen<string> Overlay(JsonObject root, bool open, JsonObject? focus = null) =>
        from purposes in Gens.Few(PolicyNames.Purposes)
        from categories in Gens.Few(PolicyNames.Categories)
        let p = root["purposes"]!.AsObject().Select(e => e.Key).Concat(purposes).Distinct().ToArray()
        let c = root["categories"]!.AsObject().Select(e => e.Key).Concat(categories).Distinct().ToArray()
        from fresh in Sections.Whole(purposes, categories, p, c, open, openPatterns: open)
        from other in Sections.Whole(p, c, p, c, open: false)
        from seed in Gen.Choose(0, int.MaxValue)
        let random = new Random(seed)
        select (random.Next(2) == 0 ? new Edits(root, other, random, open).Overlay(focus) : WithNulls(Mixed(root, fresh, other, random, open), random)).ToJsonString();

    /// <summary>Entries that take members out again.</summary>
    private static JsonObject WithNulls(JsonObject policy, Random random)
    {
        foreach (var entries in new[] { "fields", "attributes", "code" }.Select(s => policy[s]).OfType<JsonObject>())
        {
            foreach (var key in entries.Select(e => e.Key).Where(_ => random.Next(8) == 0).ToList())
            {
                entries[key] = null;
            }
        }

        return policy;
    }

    /// <summary>Says a few entries of the base again, each key as it was or with the value that another policy has there, and adds a little of a third.</summary>
    private static JsonObject Mixed(JsonObject below, JsonObject fresh, JsonObject other, Random random, bool open)
    {
        var overlay = new JsonObject { ["version"] = 1 };
        foreach (var (section, value) in below)
        {
            if (value is JsonObject entries && random.Next(3) == 0)
            {
                overlay[section] = new JsonObject(entries.Where(_ => random.Next(3) == 0).Select(e => new KeyValuePair<string, JsonNode?>(e.Key, Changed(e.Value, other[section]?[e.Key], random, open))));
            }
            else if (value is JsonArray items && random.Next(4) == 0)
            {
                overlay[section] = new JsonArray([.. items.Where(_ => random.Next(2) == 0).Select(i => Changed(i, (other[section] as JsonArray)?.FirstOrDefault(), random, open))]);
            }
        }

        foreach (var (section, value) in fresh)
        {
            if (section == "version" || random.Next(4) != 0)
            {
                continue;
            }

            if (value is JsonObject entries)
            {
                var into = overlay[section] as JsonObject ?? [];
                foreach (var (key, entry) in entries.Where(e => !into.ContainsKey(e.Key) && random.Next(2) == 0))
                {
                    into[key] = entry?.DeepClone();
                }

                overlay[section] = into;
            }
            else
            {
                overlay[section] ??= value?.DeepClone();
            }
        }

        return overlay;
    }

    private static JsonNode? Changed(JsonNode? old, JsonNode? other, Random random, bool open)
    {
        if (old is not JsonObject entry)
        {
            return (random.Next(2) == 0 ? other ?? old : old)?.DeepClone();
        }

        var changed = new JsonObject(entry.Where(e => e.Key != "open" && random.Next(2) == 0).Select(e => new KeyValuePair<string, JsonNode?>(e.Key, Less(e.Value, random))));
        foreach (var (key, value) in other as JsonObject ?? [])
        {
            if (key != "open" && random.Next(4) == 0)
            {
                changed[key] = value?.DeepClone();
            }
        }

        if (open && random.Next(8) == 0)
        {
            changed["open"] = true;
        }

        return changed;
    }

    private static JsonNode? Less(JsonNode? value, Random random) => value switch
    {
        JsonArray list when random.Next(2) == 0 => Part(list, random),
        JsonValue flag when flag.GetValueKind() == System.Text.Json.JsonValueKind.True && random.Next(4) == 0 => false,
        _ => value?.DeepClone(),
    };

    private static JsonArray Part(JsonArray list, Random random) => new([.. list.Where(_ => random.Next(2) == 0).Select(i => i?.DeepClone())]);
}
