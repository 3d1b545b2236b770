using System.Text;

namespace Ethics.Crm.Policy.Json;

/// <summary>The bytes of one file, and the way from a byte to line and column (both from 1, columns in UTF-16 units).</summary>
internal sealed class JsonText
{
    private List<int>? _lineStarts;

    // Errors come mostly in file order: going on from the last answer keeps many errors on one long line linear.
    private (int Line, int Offset, int Column) _last;

    // A result is asked for positions from several threads of a compiler.
    private readonly object _gate = new();

    public JsonText(string path, string text)
    {
        Path = path;
        var body = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        LoneSurrogate = FindLoneSurrogate(body);
        // A lone surrogate becomes U+FFFD here, one UTF-16 unit as before, so that columns stay right.
        Utf8 = Encoding.UTF8.GetBytes(body);
    }

    public string Path { get; }

    public byte[] Utf8 { get; }

    /// <summary>Line and column of the first half of a surrogate pair that stands alone; null when there is none.</summary>
    public (int Line, int Column)? LoneSurrogate { get; }

    public (int Line, int Column) At(int offset)
    {
        lock (_gate)
        {
            return Locate(offset);
        }
    }

    private (int Line, int Column) Locate(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Utf8.Length));
        while (offset > 0 && offset < Utf8.Length && (Utf8[offset] & 0xC0) == 0x80)
        {
            offset--;
        }

        _lineStarts ??= FindLineStarts();
        var line = _lineStarts.BinarySearch(offset);
        line = line >= 0 ? line : ~line - 1;

        var (from, column) = _last.Line == line && _last.Offset <= offset && _last.Column > 0 ? (_last.Offset, _last.Column) : (_lineStarts[line], 1);
        column += Encoding.UTF8.GetCharCount(Utf8, from, offset - from);
        _last = (line, offset, column);
        return (line + 1, column);
    }

    /// <summary>The byte where the given line begins, as System.Text.Json counts lines (from 0, by line feeds alone).</summary>
    public int OffsetOf(long line, long byteInLine)
    {
        var offset = 0;
        for (; line > 0; line--)
        {
            var feed = Array.IndexOf(Utf8, (byte)'\n', offset);
            if (feed < 0)
            {
                break;
            }

            offset = feed + 1;
        }

        return (int)Math.Max(0, Math.Min(offset + byteInLine, Utf8.Length));
    }

    private List<int> FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Utf8.Length; i++)
        {
            if (Utf8[i] == '\n' || Utf8[i] == '\r' && !(i + 1 < Utf8.Length && Utf8[i + 1] == '\n'))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }

    private static (int, int)? FindLoneSurrogate(string text)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                column += 2;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return (line, column);
            }
            else if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))
            {
                (line, column) = (line + 1, 1);
            }
            else
            {
                column++;
            }
        }

        return null;
    }
}
