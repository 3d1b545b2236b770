using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>A policy that reads without error, over few names, so that names meet each other.</summary>
public sealed record GoodPolicy(string Text)
{
    internal PolicyTable Table { get; } = Sample.Read(Text).Table!;
}

/// <summary>A label over the names of <see cref="PolicyGen"/>, undeclared ones included.</summary>
public sealed record AnyLabel(string? Category, string[]? CollectedFor)
{
    internal DataLabel Label => new(Category, CollectedFor);
}

/// <summary>An overlay over a good policy; most of them are refused.</summary>
public sealed record Overlaid(GoodPolicy Base, string Overlay);

public static class PolicyGen
{
    internal static readonly string[] Purposes = ["a", "a.x", "a.x.y", "ax", "b", "b.x", "c"];
    internal static readonly string[] Categories = ["k", "k.m", "k.m.n", "km", "l", "l.m", "q"];
    private static readonly string[] Bases = ["consent", "contract", "legitimate-interests", "legal-obligation"];
    private static readonly string[] CategoryFlags = ["special", "protected", "inConfidence"];
    private static readonly string[] PurposeFlags = ["decision", "personalisation"];

    public static Arbitrary<GoodPolicy> GoodPolicies() => Policies(["a", "b"], ["k", "l"]).ToArbitrary();

    public static Arbitrary<AnyLabel> Labels() =>
        (from category in Maybe(Gen.Elements([.. Categories, "unknown"]), 9)
         from purposes in Maybe(Few([.. Purposes, "unknown"]), 6)
         select new AnyLabel(category, purposes)).ToArbitrary();

    public static Arbitrary<Overlaid> Overlays() =>
        (from below in Policies(["a", "b"], ["k", "l"])
         from purposes in Few(Purposes)
         from categories in Few(Categories)
         from overlay in Text(purposes, categories, [.. Declared(below, "purposes"), .. purposes], [.. Declared(below, "categories"), .. categories])
         select new Overlaid(below, overlay)).ToArbitrary();

    private static IEnumerable<string> Declared(GoodPolicy policy, string section) => JsonNode.Parse(policy.Text)![section]!.AsObject().Select(e => e.Key);

    private static Gen<GoodPolicy> Policies(string[] alwaysPurposes, string[] alwaysCategories) =>
        (from purposes in Gen.SubListOf(Purposes)
         from categories in Gen.SubListOf(Categories)
         let allPurposes = purposes.Union(alwaysPurposes).ToArray()
         let allCategories = categories.Union(alwaysCategories).ToArray()
         from text in Text(allPurposes, allCategories, allPurposes, allCategories)
         select text).Where(text => Sample.Read(text).Table is not null).Select(text => new GoodPolicy(text));

    private static Gen<string> Text(IEnumerable<string> purposes, IEnumerable<string> categories, string[] knownPurposes, string[] knownCategories) =>
        from p in Each(purposes, Purpose())
        from c in Each(categories, Category(knownPurposes, knownCategories))
        from compatible in List(Pairs(knownPurposes, "from", "to"), 2)
        from rules in List(Rule(knownPurposes, knownCategories), 2)
        select new JsonObject { ["version"] = 1, ["purposes"] = p, ["categories"] = c, ["compatible"] = compatible, ["rules"] = rules }.ToJsonString();

    private static Gen<JsonObject> Purpose() =>
        from basis in Gen.Elements(Bases)
        from flags in Gen.SubListOf(PurposeFlags)
        from ground in Gen.Elements(true, false, false)
        from open in Gen.Frequency((1, Gen.Constant(true)), (9, Gen.Constant(false)))
        select Flags(new JsonObject { ["basis"] = basis }, [.. flags, .. open ? ["open"] : (string[])[]], ground ? ("article9", "g") : null);

    private static Gen<JsonObject> Category(string[] purposes, string[] categories) =>
        from collectedFor in Maybe(Few(purposes), 5)
        from only in Maybe(Few(purposes), 3)
        from flags in Gen.SubListOf(CategoryFlags)
        from keepFlags in Gen.Elements(true, false, false)
        from derivedFrom in Maybe(Few(categories), 2)
        select With(With(With(Flags([], keepFlags ? flags : [], null), "collectedFor", collectedFor), "only", only), "derivedFrom", derivedFrom);

    private static Gen<JsonObject> Rule(string[] purposes, string[] categories) =>
        from p in Gen.Elements(purposes)
        from c in Gen.Elements(categories)
        select new JsonObject { ["deny"] = new JsonObject { ["categories"] = new JsonArray(c), ["purposes"] = new JsonArray(p) } };

    private static Gen<JsonObject> Pairs(string[] names, string first, string second) =>
        from a in Gen.Elements(names)
        from b in Gen.Elements(names)
        select new JsonObject { [first] = a, [second] = b };

    private static Gen<string[]> Few(string[] pool) => from count in Gen.Choose(0, 2) from items in Gen.ArrayOf(Gen.Elements(pool), count) select items.Distinct().ToArray();

    private static Gen<T?> Maybe<T>(Gen<T> gen, int tenths)
        where T : class
    {
        var some = gen.Select(static T? (v) => v);
        return Gen.Frequency((tenths, some), (10 - tenths, Gen.Constant<T?>(null)));
    }

    private static Gen<JsonArray> List(Gen<JsonObject> item, int most) =>
        from count in Gen.Choose(0, most) from items in Gen.ArrayOf(item, count) select new JsonArray([.. items.Select(i => i.DeepClone())]);

    private static Gen<JsonObject> Each(IEnumerable<string> names, Gen<JsonObject> value)
    {
        var keys = names.ToArray();
        return Gen.ArrayOf(value, keys.Length).Select(values => new JsonObject(keys.Zip(values, (k, v) => new KeyValuePair<string, JsonNode?>(k, v.DeepClone()))));
    }

    private static JsonObject Flags(JsonObject node, IEnumerable<string> flags, (string Key, string Value)? text)
    {
        foreach (var flag in flags)
        {
            node[flag] = true;
        }

        if (text is var (key, value))
        {
            node[key] = value;
        }

        return node;
    }

    private static JsonObject With(JsonObject node, string key, string[]? list)
    {
        if (list is not null)
        {
            node[key] = new JsonArray([.. list.Select(i => (JsonNode?)i)]);
        }

        return node;
    }
}
