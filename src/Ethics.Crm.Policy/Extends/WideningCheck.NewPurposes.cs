using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    private readonly Lazy<HashSet<string>> _branches = new(() => Uses(below));

    // What the base's data is collected for covers purposes beneath: a new one there must ask for as much.
    private void CheckNewPurpose(PolicyNode node)
    {
        var ancestor = Dotted.SelfAndAncestors(node.Key!).FirstOrDefault(below.Document.Purposes.ContainsKey);
        var old = ancestor is null ? null : below.Document.Purposes[ancestor];
        if (old?.Open == true)
        {
            return;
        }

        CheckBranch(node);
        if (ancestor is null || old is null || !merged.Document.Purposes.TryGetValue(node.Key!, out var now))
        {
            return;
        }

        CheckTerms(node, old, now, Quoted.Name(ancestor));
        if (node.Find("article9") is { } ground && !below.Table.HasSpecialGround(ancestor))
        {
            Widens(ground, $"The base names no Art. 9 ground for {Quoted.Name(ancestor)}");
        }
    }

    /// <summary>A list of the base may speak of a branch of which it declares only what lies beneath. What is new in that branch would get the base's data without being held to anything.</summary>
    private void CheckBranch(PolicyNode node)
    {
        if (MayDeclare)
        {
            return;
        }

        // Beneath a declared purpose the new one has what that one has, and is held to it.
        var undeclared = Dotted.SelfAndAncestors(node.Key!).TakeWhile(name => !below.Document.Purposes.ContainsKey(name));
        if (undeclared.FirstOrDefault(name => _branches.Value.Contains(name) && below.Table.HasPurposeOrBranch(name)) is { } branch)
        {
            Widens(node, $"The base speaks of all of {Quoted.Name(branch)}, which would cover this purpose too", $"a purpose outside {Quoted.Name(branch)}, or beneath one that the base declares", atKey: true);
        }
    }

    /// <summary>What the base lets data be used for, or lets pass.</summary>
    private static HashSet<string> Uses(PolicyLayer layer)
    {
        var (document, uses) = (layer.Document, new HashSet<string>(StringComparer.Ordinal));
        uses.UnionWith(document.Categories.Values.Where(c => !c.Open).SelectMany(c => c.CollectedFor ?? []));
        // What code says of a member may be collected for the branch too: then these let it pass.
        uses.UnionWith(document.Categories.Values.Where(c => !c.Open).SelectMany(c => c.Only ?? []));
        uses.UnionWith(document.Recipients.Values.Where(r => !r.Open).SelectMany(r => r.For));
        uses.UnionWith(document.Compatible.Select(c => c.To));
        // Code beneath a ceiling may declare all of the branch, and what is refused for it passes by a mode that is more lenient than any other purpose has.
        uses.UnionWith(document.Code.Where(c => c.Value is { Only: true } && !layer.IsOpen("code", c.Key)).SelectMany(c => c.Value!.Purposes));
        uses.UnionWith(document.Enforcement.Purposes.Where(p => p.Value > document.Enforcement.Default && !layer.IsOpen("enforcement")).Select(p => p.Key));
        foreach (var (section, labels) in new[] { ("fields", document.Fields), ("attributes", document.Attributes) })
        {
            uses.UnionWith(labels.Where(l => !layer.IsOpen(section, l.Key)).SelectMany(l => l.Value?.CollectedFor ?? []));
        }

        return uses;
    }
}
