using System.Text.Json.Nodes;
using Ethics.Crm.TestKit;
using FsCheck;

namespace Ethics.Crm.Policy.Tests.Laws;

[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 300)]
public sealed class RoundTripLaws
{
    /// <summary>What is written, in whatever layout, is what is read: no key lost, none invented.</summary>
    [Law]
    public void Reading_GivesBackWhatWasWritten(GoodPolicy policy, int seed)
    {
        var written = JsonNode.Parse(policy.Text)!.AsObject();
        var read = DocumentJson.Write(Sample.Table(new Layout(seed).Print(written)).Document);

        Assert.True(JsonNode.DeepEquals(Normal(written), Normal(read)), $"written: {Normal(written).ToJsonString()}\nread:    {Normal(read).ToJsonString()}");
    }

    /// <summary>And what was read can be written and read again.</summary>
    [Law]
    public void Identity_SurvivesWritingAndReading(GoodPolicy policy, int seed) =>
        Assert.Equal(policy.Table.Identity, Sample.Table(new Layout(seed).Print(DocumentJson.Write(policy.Table.Document))).Identity);

    /// <summary>Neither layout nor the order of keys, entries and list items counts.</summary>
    [Law]
    public void OrderOfEntries_DoesNotMatter(GoodPolicy policy, int seed, AnyLabel label)
    {
        var turned = Sample.Table(new Layout(seed).Print(JsonNode.Parse(policy.Text)!, listsToo: true));

        Assert.Equal(policy.Table.Identity, turned.Identity);
        Assert.Equal(policy.Table.PermittedPurposes(label.Label), turned.PermittedPurposes(label.Label));
        Assert.Equal(policy.Table.Purposes.Select(p => policy.Table.Judge(label.Label, p).Kind), policy.Table.Purposes.Select(p => turned.Judge(label.Label, p).Kind));
        Assert.All(PolicyNames.Members, m => Assert.Equal(policy.Table.ResolveLabels(new(m, null, null, [])), turned.ResolveLabels(new(m, null, null, []))));
        Assert.All(PolicyNames.Code, m => Assert.Equal(policy.Table.FindCode([m])?.Purposes.Order(), turned.FindCode([m])?.Purposes.Order()));
        Assert.All(PolicyNames.Sinks, m => Assert.Equal(policy.Table.FindSink(m, [])?.DisclosesTo, turned.FindSink(m, [])?.DisclosesTo));
        Assert.All(policy.Table.Purposes, p => Assert.Equal(policy.Table.ModeFor(label.Category, [p], ["i"]), turned.ModeFor(label.Category, [p], ["i"])));
    }

    /// <summary>Nor for an overlay: it is accepted or refused for the same reasons, and says the same.</summary>
    [Law]
    public void OrderOfEntries_DoesNotMatterToAnOverlay(Overlaid pair, int seed)
    {
        var (one, two) = (pair.Read(), Read(pair, seed));

        Assert.Equal(one.Table?.Identity, two.Table?.Identity);
        Assert.Equal(one.Errors.Select(e => (e.Id, e.File)).Order(), two.Errors.Select(e => (e.Id, e.File)).Order());
    }

    private static PolicyResult Read(Overlaid pair, int seed)
    {
        var overlay = JsonNode.Parse(pair.Overlay)!.AsObject();
        overlay["extends"] = new JsonArray("base.json");
        return Sample.Read(new Layout(seed).Print(overlay, listsToo: true), new PolicySource("base.json", new Layout(seed + 1).Print(JsonNode.Parse(pair.Base.Text)!, listsToo: true)));
    }

    private static readonly string[] EmptyIsAbsent = ["sameAs", "proxyFor", "derivedFrom", "channels", "for", "categories", "purposes"];

    // Absent and default are one in the document: an erasure rule without action erases, a list of channels without one is none, a section without entry says nothing.
    private static JsonObject Normal(JsonObject policy)
    {
        var copy = policy.DeepClone().AsObject();
        foreach (var rule in (copy["erasure"]?.AsArray() ?? []).Select(r => r!.AsObject()))
        {
            rule["action"] ??= "erase";
        }

        // Whether an item of a list is open is asked of the file when an overlay is laid over it; nothing is decided by it.
        foreach (var item in (copy["rules"]?.AsArray() ?? []).Concat(copy["anonymizers"]?.AsArray() ?? []).Select(r => r!.AsObject()))
        {
            item.Remove("open");
        }

        foreach (var (_, parent, key, _) in Shrinking.Nodes(copy).Reverse().ToList())
        {
            var inside = parent != copy && !ReferenceEquals(parent, copy["enforcement"]);
            if (key is not null && parent[key] is JsonArray { Count: 0 } && (!inside || EmptyIsAbsent.Contains(key)) || !inside && key is not (null or "purposes" or "categories" or "transfers") && parent[key] is JsonObject { Count: 0 }
                || ReferenceEquals(parent, copy["enforcement"]) && parent[key!] is JsonObject { Count: 0 })
            {
                parent.AsObject().Remove(key!);
            }
        }

        if (copy["enforcement"] is JsonObject { Count: 0 })
        {
            copy.Remove("enforcement");
        }

        return copy;
    }
}
