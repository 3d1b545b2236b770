using Ethics.Crm.Policy;
using Ethics.Crm.Weaver.Labels;

namespace Ethics.Crm.Weaver;

/// <summary>A property with the answer of the policy, as a guarded one carries it.</summary>
internal sealed record Judgement(IReadOnlyList<string> Permitted, IReadOnlyList<string> WithoutPerson, IReadOnlyList<LabelSource> Labels);

/// <summary>What the build's policy says of labels; the same questions as the generator of guarded properties asks.</summary>
internal sealed class BuildPolicy(PolicyTable? table)
{
    public IReadOnlyList<string> KnownPurposes => table?.Purposes ?? [];

    /// <summary>Whether types whose code says nothing of us may be labelled: by their names, or by attributes of others.</summary>
    public bool NamesMembers => table is not null && (table.HasFieldPatterns || table.Document.Attributes.Count > 0);

    public static BuildPolicy Read(string? main, IReadOnlyList<string> bases) =>
        // One with errors decides nothing; the compiler has told them.
        new(main is null ? null : PolicyReader.Read(Source(main), [.. bases.Select(Source)]).Table);

    /// <summary>Null when nothing labels the property.</summary>
    /// <param name="sources">What the code says of the labels.</param>
    /// <param name="origin">What it says of age and source, which are known only where an application runs.</param>
    public Judgement? Judge(IReadOnlyList<LabelSource> sources, Origin? origin)
    {
        var labels = sources.Where(IsLabel).ToList();
        if (labels.Count == 0)
            return null;
        if (table is null)
            return new([], [], labels);

        var judged = labels.SelectMany(label => table.ResolveLabels(label)).ToList();
        var permitted = table.Purposes.Where(purpose => judged.TrueForAll(label => table.Judge(label, purpose).IsPermitted)).ToList();
        return new(permitted, [.. permitted.Where(purpose => !PolicyTable.NeedsPerson(table.Document.Purposes[purpose]) && !(origin is not null && table.AsksOrigin(origin.TellsAge, origin.Sources, purpose)))], labels);
    }

    private bool IsLabel(LabelSource label) => label.Category is not null || label.CollectedFor is not null || table?.ResolveLabels(label) is { Count: > 0 };

    private static PolicySource Source(string path) => PolicySource.FromBytes(path, File.ReadAllBytes(path));
}
