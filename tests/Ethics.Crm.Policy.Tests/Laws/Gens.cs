using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Small generators that JSON is put together from. A null node is an absent key.</summary>
internal static class Gens
{
    public static Gen<string[]> Few(string[] pool, int most = 2) => from count in Gen.Choose(0, pool.Length == 0 ? 0 : most) from items in Gen.ArrayOf(Gen.Elements(pool), count) select items.Distinct().ToArray();

    public static Gen<T?> Maybe<T>(Gen<T> gen, int tenths)
        where T : class => Gen.Frequency((tenths, gen.Select(static T? (v) => v)), (10 - tenths, Gen.Constant<T?>(null)));

    public static Gen<JsonNode?> Text(int tenths, params string[] pool) => Maybe(Gen.Elements(pool), tenths).Select(static JsonNode? (t) => t);

    public static Gen<JsonNode?> List(int tenths, string[] pool, bool needsOne = false) =>
        Maybe(needsOne ? Few(pool).Where(l => l.Length > 0) : Few(pool), tenths).Select(static JsonNode? (l) => l is null ? null : new JsonArray([.. l.Select(i => (JsonNode?)i)]));

    public static Gen<JsonNode?> Flag(int tenths) => Gen.Frequency((tenths, Gen.Constant(true)), (10 - tenths, Gen.Constant(false))).Select(static JsonNode? (f) => f ? JsonValue.Create(true) : null);

    public static Gen<JsonNode?> Object(params (string Key, Gen<JsonNode?> Value)[] keys) =>
        keys.Aggregate(
            Gen.Constant<IReadOnlyList<KeyValuePair<string, JsonNode?>>>([]),
            (all, key) => from before in all from value in key.Value select (IReadOnlyList<KeyValuePair<string, JsonNode?>>)(value is null ? before : [.. before, new(key.Key, value.DeepClone())]))
        .Select(static JsonNode? (members) => new JsonObject(members.Select(m => new KeyValuePair<string, JsonNode?>(m.Key, m.Value?.DeepClone()))));

    /// <summary>A map with exactly these keys.</summary>
    public static Gen<JsonNode?> Map(IEnumerable<string> keys, Func<string, Gen<JsonNode?>> value) => Object([.. keys.Select(k => (k, value(k)))]);

    /// <summary>A map with some of these keys; absent when it has none.</summary>
    public static Gen<JsonNode?> SomeOf(string[] keys, Func<string, Gen<JsonNode?>> value, int most = 2) =>
        from some in Few(keys, most) from map in Map(some, value) select map!.AsObject().Count == 0 ? null : map;

    public static Gen<JsonNode?> Several(Gen<JsonNode?> item, int most) =>
        from count in Gen.Choose(0, most)
        from items in Gen.ArrayOf(item, count)
        select count == 0 ? null : (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]);
}
