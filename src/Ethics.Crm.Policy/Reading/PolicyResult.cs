using Ethics.Crm.Policy.Json;

namespace Ethics.Crm.Policy;

/// <summary>What reading gave: a table, or the errors that prevent one.</summary>
public sealed class PolicyResult
{
    private readonly PolicyNode? _merged;

    internal PolicyResult(PolicyTable? table, PolicyDocument? partial, IReadOnlyList<PolicyError> errors, PolicyNode? merged = null)
    {
        _merged = merged;
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

    /// <summary>Where an entry is declared, for findings that only others can make (two names that give one constant).</summary>
    /// <param name="section">A key of the root whose value is a map, e.g. <c>purposes</c>.</param>
    /// <param name="name">The name of the entry.</param>
    /// <returns>The position of its key, in the file that wrote it; null when it is not there.</returns>
    public PolicyPosition? PositionOf(string section, string name)
    {
        if (_merged?.Find(section)?.Find(name) is not { } entry)
        {
            return null;
        }

        var (line, column) = entry.File.At(entry.KeyStart);
        var (endLine, endColumn) = entry.File.At(entry.KeyEnd);
        return new(entry.File.Path, line, column, endLine, endColumn, entry.Path);
    }
}
