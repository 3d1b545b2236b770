using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Resolution;

namespace Ethics.Crm.Policy.Extends;

/// <summary>Notes of each label whose file gives it.</summary>
internal static class LabelsBelow
{
    /// <param name="isOverlay">False for a base beside another: neither is held to the other.</param>
    public static PolicyDocument Keep(PolicyLayer below, PolicyDocument merged, PolicyNode root, bool isOverlay)
    {
        var old = below.Document.Layers;
        var layer = old.Above + 1;
        var halves = old.Halves.ToDictionary(static half => half.Key, static half => half.Value, StringComparer.Ordinal);
        var (fields, attributes) = (New(below.Document.Fields, merged.Fields, old.Fields, static key => key), New(below.Document.Attributes, merged.Attributes, old.Attributes, LabelLayers.Bracketed));
        var above = fields.Count + attributes.Count + halves.Count > old.Fields.Count + old.Attributes.Count + old.Halves.Count ? layer : old.Above;
        return above == 0 ? merged : merged with { Layers = new(above, fields, attributes, halves, Open(root)) };

        Dictionary<string, int> New(IReadOnlyDictionary<string, FieldEntry?> before, IReadOnlyDictionary<string, FieldEntry?> after, IReadOnlyDictionary<string, int> known, Func<string, string> named)
        {
            var layers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (key, now) in after.Select(static e => (e.Key, e.Value)))
            {
                var isSaidBelow = before.TryGetValue(key, out var same);
                if (known.TryGetValue(key, out var number))
                {
                    layers.Add(key, number);
                }
                else if (isOverlay && !isSaidBelow)
                {
                    layers.Add(key, layer);
                }

                // Also where the files below take the member out: then neither half is theirs.
                if (isOverlay && isSaidBelow && now is not null)
                {
                    Add(same?.Category is null && now.Category is not null, LabelLayers.Category(named(key)));
                    Add(same?.CollectedFor is null && now.CollectedFor is not null, LabelLayers.Purposes(named(key)));
                }
            }

            return layers;
        }

        void Add(bool isNew, string half)
        {
            if (isNew)
            {
                halves[half] = layer;
            }
        }
    }

    private static HashSet<string> Open(PolicyNode root)
    {
        var open = new HashSet<string>(root.Find("fields").Entries().Where(static e => e.Flag("open") == true).Select(static e => e.Key!), StringComparer.Ordinal);
        open.UnionWith(root.Find("attributes").Entries().Where(static e => e.Flag("open") == true).Select(static e => LabelLayers.Bracketed(e.Key!)));
        return open;
    }
}
