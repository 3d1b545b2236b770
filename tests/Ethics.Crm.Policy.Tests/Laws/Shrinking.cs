using System.Text.Json.Nodes;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>JSON with one thing less.</summary>
internal static class Shrinking
{
    private static readonly string[] Kept = ["$.version", "$.purposes", "$.categories"];

    /// <summary>Whole sections first, then entries, then keys: big steps find small counter-examples soon.</summary>
    public static IEnumerable<string> Texts(string text)
    {
        var removable = Nodes(JsonNode.Parse(text)!.AsObject()).Select(n => n.Path).Where(p => !Kept.Contains(p) && !p.EndsWith(".basis", StringComparison.Ordinal)).OrderBy(p => p.Length);
        foreach (var path in removable)
        {
            var copy = JsonNode.Parse(text)!.AsObject();
            var node = Nodes(copy).First(n => n.Path == path);
            Remove(node.Parent, node.Key, node.Index);
            yield return copy.ToJsonString();
        }
    }

    public static void Remove(JsonNode parent, string? key, int index)
    {
        if (parent is JsonObject o)
        {
            o.Remove(key!);
        }
        else
        {
            parent.AsArray().RemoveAt(index);
        }
    }

    /// <summary>All but the root, with the paths that errors give them.</summary>
    public static IEnumerable<(string Path, JsonNode Parent, string? Key, int Index)> Nodes(JsonNode parent, string path = "$")
    {
        switch (parent)
        {
            case JsonObject o:
                foreach (var (key, value) in o.ToList())
                {
                    var own = path + (key.All(char.IsAsciiLetterOrDigit) ? "." + key : $"['{key}']");
                    yield return (own, parent, key, 0);
                    foreach (var below in value is null ? [] : Nodes(value, own))
                    {
                        yield return below;
                    }
                }

                break;
            case JsonArray a:
                for (var i = 0; i < a.Count; i++)
                {
                    yield return ($"{path}[{i}]", parent, null, i);
                    foreach (var below in a[i] is { } item ? Nodes(item, $"{path}[{i}]") : [])
                    {
                        yield return below;
                    }
                }

                break;
        }
    }
}
