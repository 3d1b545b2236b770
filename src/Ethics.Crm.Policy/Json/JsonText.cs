using System.Text;

namespace Ethics.Crm.Policy.Json;

/// <summary>The bytes of one file, and the way from a byte to line and column (both from 1, columns in UTF-16 units).</summary>
internal sealed class JsonText
{
    private const int Step = 512;

    private readonly Lazy<List<int>> _lineStarts;

    // UTF-16 units before each Step-th byte: no place is far from one, however long the line.
    private readonly Lazy<int[]> _units;

    public JsonText(string path, string text)
    {
        Path = path;
        var body = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        LoneSurrogate = FindLoneSurrogate(body);
        // A lone surrogate becomes U+FFFD here, one UTF-16 unit as before, so that columns stay right.
        Utf8 = Encoding.UTF8.GetBytes(body);
        _lineStarts = new(FindLineStarts);
        _units = new(CountUnits);
    }

    public string Path { get; }

    public byte[] Utf8 { get; }

    /// <summary>Line and column of the first half of a surrogate pair that stands alone; null when there is none.</summary>
    public (int Line, int Column)? LoneSurrogate { get; }

    public (int Line, int Column) At(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Utf8.Length));
        while (offset > 0 && offset < Utf8.Length && (Utf8[offset] & 0xC0) == 0x80)
        {
            offset--;
        }

        var starts = _lineStarts.Value;
        var line = starts.BinarySearch(offset);
        line = line >= 0 ? line : ~line - 1;
        return (line + 1, UnitsBefore(offset) - UnitsBefore(starts[line]) + 1);
    }

    private int UnitsBefore(int offset)
    {
        var step = offset / Step;
        return _units.Value[step] + CountUnits(step * Step, offset);
    }

    private int[] CountUnits()
    {
        var units = new int[Utf8.Length / Step + 1];
        for (var i = 1; i < units.Length; i++)
        {
            units[i] = units[i - 1] + CountUnits((i - 1) * Step, i * Step);
        }

        return units;
    }

    // By first bytes: two units for a character of four bytes, one for every other.
    private int CountUnits(int from, int to)
    {
        var units = 0;
        for (var i = from; i < to; i++)
        {
            units += (Utf8[i] & 0xC0) == 0x80 ? 0 : Utf8[i] >= 0xF0 ? 2 : 1;
        }

        return units;
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
