using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Extends;

/// <summary>
/// Lays an overlay over a base: objects key by key, maps entry by entry, the lists of the root one after the other (rules of one id become one, and sinks of one method).
/// Every part keeps the position of the file that wrote it.
/// </summary>
internal static class NodeMerge
{
    public static PolicyNode Merge(PolicyNode below, PolicyNode above) => MergeObjects(below, above, key => key.IsFree ? null : PolicyShapes.Root.Find(key.Key!)?.Shape, inRoot: true);

    private static PolicyNode Merge(PolicyNode below, PolicyNode above, Shape? shape, bool inRoot)
    {
        // A list is short for what the entry says under one key.
        if (shape is EitherShape { ListKey: var key } && (below.Kind, above.Kind) is (NodeKind.Array, NodeKind.Object) or (NodeKind.Object, NodeKind.Array))
        {
            (below, above) = (below.Kind == NodeKind.Array ? below.Within(key) : below, above.Kind == NodeKind.Array ? above.Within(key) : above);
        }

        if (below.Kind != above.Kind)
        {
            return above;
        }

        return (shape, above.Kind) switch
        {
            (ObjectShape known, NodeKind.Object) => MergeObjects(below, above, child => known.Find(child.Key!)?.Shape, inRoot: false),
            (MapShape map, NodeKind.Object) => MergeObjects(below, above, child => child.IsFree ? null : map.Values, inRoot: false),
            (EitherShape either, NodeKind.Object) => Merge(below, above, either.Object, inRoot: false),
            (ListShape, NodeKind.Array) when inRoot && above.Key != "extends" => Concat(below, above),
            _ => above,
        };
    }

    private static PolicyNode MergeObjects(PolicyNode below, PolicyNode above, Func<PolicyNode, Shape?> shapeOf, bool inRoot)
    {
        if (below.Kind != NodeKind.Object || above.Kind != NodeKind.Object)
        {
            return above;
        }

        var merged = above.Twin();
        var belowByKey = new Dictionary<string, PolicyNode>(StringComparer.Ordinal);
        foreach (var child in below.Children)
        {
            if (!belowByKey.ContainsKey(child.Key!))
            {
                belowByKey.Add(child.Key!, child);
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in above.Children)
        {
            // A doubled key is an error already; its first place counts.
            if (seen.Add(child.Key!))
            {
                merged.Borrow(belowByKey.TryGetValue(child.Key!, out var other) ? Merge(other, child, shapeOf(child), inRoot) : child);
            }
        }

        foreach (var child in below.Children)
        {
            if (seen.Add(child.Key!) && !(inRoot && child.Key is "extends"))
            {
                merged.Borrow(child);
            }
        }

        return merged;
    }

    private static PolicyNode Concat(PolicyNode below, PolicyNode above)
    {
        var merged = above.Twin();
        var name = above.Key switch { "rules" => "id", "sinks" => "method", _ => null };
        var known = name is null ? [] : By(name, below);
        var replaced = new HashSet<PolicyNode>();
        foreach (var item in above.Children)
        {
            var same = name is not null && item.Text(name) is { } text && known.TryGetValue(text, out var found) ? found : null;
            merged.Borrow(same is null ? item : Merge(same, item, ((ListShape)PolicyShapes.Root.Find(above.Key!)!.Shape).Items, inRoot: false));
            replaced.Add(same ?? item);
        }

        var said = new HashSet<string>(above.Children.Select(NodeContent.Of), StringComparer.Ordinal);
        foreach (var item in below.Children)
        {
            if (!replaced.Contains(item) && !said.Contains(NodeContent.Of(item)))
            {
                merged.Borrow(item);
            }
        }

        return merged;
    }

    private static Dictionary<string, PolicyNode> By(string name, PolicyNode entries)
    {
        var known = new Dictionary<string, PolicyNode>(StringComparer.Ordinal);
        foreach (var entry in entries.Children)
        {
            if (entry.Text(name) is { } text && !known.ContainsKey(text))
            {
                known.Add(text, entry);
            }
        }

        return known;
    }
}
