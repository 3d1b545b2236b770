using System.Text;

namespace Ethics.Crm.SourceGenerators.Emission;

/// <summary>Indented lines with <c>\n</c>, whatever machine builds: generated files are the same everywhere.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text) => _text.Append(' ', text.Length > 0 && text[0] == '#' ? 0 : _depth * 4).Append(text).Append('\n');

    public void Open(string header)
    {
        Line(header);
        Line("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
