using Ethics.Crm.Policy;

namespace Ethics.Crm.SourceGenerators.Pipeline;

/// <summary>The build's policy. Equal when the files are equal, so nothing behind it runs again for an edit elsewhere.</summary>
internal sealed class ParsedPolicy : IEquatable<ParsedPolicy>
{
    private readonly EquatableArray<PolicyFile> _files;

    private ParsedPolicy(EquatableArray<PolicyFile> files, PolicyTable? table, PolicyDocument? document, IReadOnlyList<PolicyError> errors)
    {
        _files = files;
        Table = table;
        Document = document;
        Errors = errors;
    }

    /// <summary>Null without a policy, and with one that has errors: neither decides anything.</summary>
    public PolicyTable? Table { get; }

    /// <summary>What could be read, errors or not: for names only. Null when nothing could.</summary>
    public PolicyDocument? Document { get; }

    public IReadOnlyList<PolicyError> Errors { get; }

    /// <summary>The project's own policy; null without one.</summary>
    public PolicyFile? Main => _files.FirstOrDefault(static file => !file.IsBase);

    public PolicyFile? Find(string path) => _files.FirstOrDefault(file => file.Path == path);

    public static ParsedPolicy Read(EquatableArray<PolicyFile> files, CancellationToken cancellationToken)
    {
        var main = files.FirstOrDefault(file => !file.IsBase);
        if (main is null)
            return new(files, null, null, []);

        var result = PolicyReader.Read(ToSource(main), [.. files.Where(file => file.IsBase).Select(ToSource)], cancellationToken);
        return new(files, result.Table, result.Table?.Document ?? result.PartialDocument, result.Errors);
    }

    public bool Equals(ParsedPolicy? other) => other is not null && _files.Equals(other._files);

    public override bool Equals(object? obj) => Equals(obj as ParsedPolicy);

    public override int GetHashCode() => _files.GetHashCode();

    private static PolicySource ToSource(PolicyFile file) =>
        file.IsUtf8 ? new PolicySource(file.Path, file.Text) : PolicySource.NotUtf8(file.Path);
}
