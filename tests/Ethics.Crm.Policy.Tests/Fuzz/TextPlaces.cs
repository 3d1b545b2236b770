namespace Ethics.Crm.Policy.Tests.Fuzz;

/// <summary>Which lines and columns a text has; found once, because a damaged file may have hundreds of errors.</summary>
internal sealed class TextPlaces(string text)
{
    private readonly int[] _lengths = [.. (text.StartsWith('\uFEFF') ? text[1..] : text).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Select(line => line.Length)];

    /// <summary>The place exists: at most one behind the last character of its line.</summary>
    public bool Has(int line, int column) => line >= 1 && line <= _lengths.Length && column >= 1 && column <= _lengths[line - 1] + 1;
}
