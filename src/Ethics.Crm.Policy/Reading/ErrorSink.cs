using Ethics.Crm.Policy.Json;

namespace Ethics.Crm.Policy.Reading;

/// <summary>Collects what is wrong; turns nodes into positions.</summary>
internal sealed class ErrorSink
{
    private readonly HashSet<PolicyError> _errors = [];
    private readonly HashSet<(JsonText, int)> _marked = [];

    public bool IsEmpty => _errors.Count == 0;

    public int Count => _errors.Count;

    public IReadOnlyList<PolicyError> Sorted()
    {
        var sorted = _errors.ToList();
        sorted.Sort(static (a, b) =>
        {
            var byFile = string.CompareOrdinal(a.File, b.File);
            var byLine = byFile != 0 ? byFile : a.Line.CompareTo(b.Line);
            var byColumn = byLine != 0 ? byLine : a.Column.CompareTo(b.Column);
            var byKind = byColumn != 0 ? byColumn : a.Kind.CompareTo(b.Kind);
            return byKind != 0 ? byKind : string.CompareOrdinal(a.Message, b.Message);
        });
        return sorted;
    }

    /// <summary>Whether the value has been reported, so that nobody reads a second reason for the same repair.</summary>
    public bool IsMarked(PolicyNode node) => _marked.Contains((node.File, node.Start));

    /// <summary>The value is wrong. Of an object or array only the bracket is marked: its whole text would hide everything in an editor.</summary>
    public void AtValue(PolicyErrorKind kind, PolicyNode node, string message, string? expected = null, string? suggestion = null) =>
        Add(kind, node.File, node.Start, node.Kind is NodeKind.Object or NodeKind.Array ? node.Start + 1 : node.End, node.Path, message, expected, suggestion);

    /// <summary>The key is wrong, or the entry as a whole; falls back to the value where there is no key.</summary>
    public void AtKey(PolicyErrorKind kind, PolicyNode node, string message, string? expected = null, string? suggestion = null)
    {
        if (node.Key is null)
        {
            AtValue(kind, node, message, expected, suggestion);
        }
        else
        {
            Add(kind, node.File, node.KeyStart, node.KeyEnd, node.Path, message, expected, suggestion);
        }
    }

    public void AddSyntax(JsonText file, int offset, PolicyNode? around, string message) =>
        Add(PolicyErrorKind.Unreadable, file, offset, Math.Min(offset + 1, file.Utf8.Length), around?.Path ?? "$", message, "JSON, in which comments and trailing commas are allowed", null);

    public void AddAt(PolicyErrorKind kind, JsonText file, int line, int column, string message, string? expected) =>
        _errors.Add(new PolicyError(kind, file.Path, line, column, line, column + 1, "$", message, expected, null));

    public void Add(PolicyErrorKind kind, JsonText file, int start, int end, string path, string message, string? expected, string? suggestion = null)
    {
        _marked.Add((file, start));
        var (line, column) = file.At(start);
        var (endLine, endColumn) = file.At(Math.Max(start, end));
        _errors.Add(new PolicyError(kind, file.Path, line, column, endLine, endColumn, path, message, expected, suggestion));
    }
}
