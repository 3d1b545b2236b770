using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Resolution;

namespace Ethics.Crm.Policies;

/// <summary>
/// Entries that are no longer held to what files below theirs say of a member, because another file of the chain says them now. What is written in them is the same, so that nothing else tells it.
/// </summary>
internal static class LayerDifference
{
    /// <summary>What says nothing to others: an open entry.</summary>
    private const int Nowhere = int.MaxValue;

    public static IEnumerable<string> Gains(PolicyDocument less, PolicyDocument more, bool opens)
    {
        // Most policies are one file, or their files stay as they are.
        if (less.Layers.Above == 0 || new HashSet<string>(less.Layers.Texts(), StringComparer.Ordinal).SetEquals(more.Layers.Texts()))
            yield break;
        var common = Names(less).Intersect(Names(more), StringComparer.Ordinal).Select(name => (Name: name, Before: Places(less.Layers, name), After: Places(more.Layers, name))).ToList();
        // Beneath all of them lie the categories' defaults.
        var holding = common.Select(static one => (Before: one.Before.Holds, After: one.After.Holds)).Append((Before: 0, After: 0)).Distinct().ToList();
        var freed = common.Where(one => holding.Exists(by => by.Before < one.Before.Is && by.After >= one.After.Is)).Select(static one => one.Name).OrderBy(static name => name, StringComparer.Ordinal).ToList();
        if (freed.Count > 0)
            yield return $"{PolicyDifference.Words(freed)} {(opens ? "no longer stands" : "stands")} above what the policy says of the same members elsewhere, which {(opens ? "need not permit a use any more" : "must permit a use as well")}";
    }

    private static IEnumerable<string> Names(PolicyDocument document) => document.Fields.Keys.Concat(document.Attributes.Keys.Select(LabelLayers.Bracketed));

    /// <summary>The highest file that says a part of it, and the lowest, which is what others above that are held to.</summary>
    private static (int Is, int Holds) Places(LabelLayers layers, string name)
    {
        var whole = name[0] == '[' ? Of(layers.Attributes, name.Substring(1, name.Length - 2)) : Of(layers.Fields, name);
        var (category, purposes) = (Math.Max(whole, Of(layers.Halves, LabelLayers.Category(name))), Math.Max(whole, Of(layers.Halves, LabelLayers.Purposes(name))));
        return (Math.Max(category, purposes), layers.Open.Contains(name) ? Nowhere : Math.Min(category, purposes));
    }

    private static int Of(IReadOnlyDictionary<string, int> layers, string key) => layers.TryGetValue(key, out var layer) ? layer : 0;
}
