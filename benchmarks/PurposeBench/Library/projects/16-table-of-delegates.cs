using System.Text;

namespace PurposeBench.Cases.Projects.TableOfDelegates;

public sealed class Sheet<T>
{
    private readonly List<KeyValuePair<string, Func<T, string>>> _columns = [];

    public Sheet<T> With(string title, Func<T, string> value)
    {
        _columns.Add(new(title, value));
        return this;
    }

    public string Render(T row)
    {
        var text = new StringBuilder();
        foreach (var (title, value) in _columns)
            text.Append(title).Append('=').AppendLine(value(row));
        return text.ToString();
    }
}
