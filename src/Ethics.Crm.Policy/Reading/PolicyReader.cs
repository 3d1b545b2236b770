namespace Ethics.Crm.Policy;

/// <summary>The text of one policy file, wherever it came from. The reader itself opens no file.</summary>
public sealed class PolicySource
{
    public PolicySource(string path, string text)
    {
        Path = path;
        Text = text;
    }

    private PolicySource(string path)
    {
        Path = path;
        Text = "";
        IsUtf8 = false;
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>False when the bytes were not UTF-8; reading then yields one error and nothing else.</summary>
    public bool IsUtf8 { get; private set; } = true;

    /// <summary>Decodes strictly; a byte-order mark is skipped.</summary>
    public static PolicySource FromBytes(string path, byte[] bytes) => throw new NotImplementedException();

    /// <summary>For a host that found another encoding than UTF-8.</summary>
    public static PolicySource NotUtf8(string path) => new(path);
}

public enum PolicyErrorKind
{
    /// <summary>ECRM1001: cannot be read.</summary>
    Unreadable = 1001,
    /// <summary>ECRM1002: names something unknown.</summary>
    Unknown = 1002,
    /// <summary>ECRM1003: contradicts itself or can never apply.</summary>
    Contradiction = 1003,
}

/// <summary>One thing wrong with a policy file. <see cref="Line"/> and <see cref="Column"/> count from 1, columns in UTF-16 units.</summary>
/// <param name="JsonPath">E.g. <c>$.purposes['credit-offer'].basis</c>.</param>
/// <param name="Expected">What would be accepted, in words; null when nothing would.</param>
/// <param name="Suggestion">The nearest known name ("did you mean"); null when none is near.</param>
public sealed record PolicyError(PolicyErrorKind Kind, string File, int Line, int Column, int EndLine, int EndColumn, string JsonPath, string Message, string? Expected, string? Suggestion);

/// <summary>What reading gave: a table, or the errors that prevent one.</summary>
public sealed class PolicyResult
{
    internal PolicyResult(PolicyTable? table, PolicyDocument? partial, IReadOnlyList<PolicyError> errors)
    {
        Table = table;
        PartialDocument = partial;
        Errors = errors;
    }

    /// <summary>Null exactly when there are errors: a policy with errors decides nothing.</summary>
    public PolicyTable? Table { get; }

    /// <summary>What could be read in spite of errors, for constants only, so that one typing error does not undefine every name; null when nothing could.</summary>
    public PolicyDocument? PartialDocument { get; }

    /// <summary>Sorted by file, line, column.</summary>
    public IReadOnlyList<PolicyError> Errors { get; }
}

/// <summary>Reads, merges and checks policy files. Never throws on content; every mistake becomes a <see cref="PolicyError"/>.</summary>
public static class PolicyReader
{
    /// <param name="bases">The files that <c>extends</c> may name, matched by path relative to the extending file, else by file name.</param>
    public static PolicyResult Read(PolicySource source, IReadOnlyList<PolicySource>? bases = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
