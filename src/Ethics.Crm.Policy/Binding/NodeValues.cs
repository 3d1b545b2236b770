using Ethics.Crm.Policy.Json;

namespace Ethics.Crm.Policy.Binding;

/// <summary>Typed reading of nodes that may be wrong: what does not fit is absent, because <c>StructureCheck</c> has already said so.</summary>
internal static class NodeValues
{
    public static string? Text(this PolicyNode node, string key) => node.Find(key) is { Kind: NodeKind.String } value ? value.Text : null;

    public static bool? Flag(this PolicyNode node, string key) => node.Find(key)?.Kind switch
    {
        NodeKind.True => true,
        NodeKind.False => false,
        _ => null,
    };

    public static IReadOnlyList<string>? Texts(this PolicyNode node, string key) => node.Find(key) is { Kind: NodeKind.Array } list ? list.Texts() : null;

    public static IReadOnlyList<string> Texts(this PolicyNode list)
    {
        var texts = new List<string>(list.Children.Count);
        foreach (var item in list.Children)
        {
            if (item.Kind == NodeKind.String)
            {
                texts.Add(item.Text);
            }
        }

        return texts;
    }

    /// <summary>The place of a word in its closed list; -1 when absent or unknown.</summary>
    public static int Word(this PolicyNode node, string key, string[] words) => node.Text(key) is { } word ? Array.IndexOf(words, word) : -1;

    /// <summary>Entries of a map: free keys and doubles left out, the first of two wins.</summary>
    public static IEnumerable<PolicyNode> Entries(this PolicyNode? map)
    {
        if (map is not { Kind: NodeKind.Object })
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in map.Children)
        {
            if (!child.IsFree && seen.Add(child.Key!))
            {
                yield return child;
            }
        }
    }

    public static IEnumerable<PolicyNode> Objects(this PolicyNode? list) =>
        list is { Kind: NodeKind.Array } ? list.Children.Where(c => c.Kind == NodeKind.Object) : [];
}
