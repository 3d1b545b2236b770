namespace Ethics.Crm.Policy.Naming;

/// <summary>"Did you mean" for many names of one file. Each is asked once, and a file in which everything is misspelled gets suggestions for the first names only.</summary>
internal sealed class Suggestions
{
    // Some 50 ms; a hundred unknown names among a thousand known ones.
    private const int MostComparisons = 100_000;

    private readonly Dictionary<(string Name, IReadOnlyList<string> Known), string?> _answers = [];
    private int _comparisons;

    public string? For(string name, IReadOnlyList<string> known)
    {
        if (_answers.TryGetValue((name, known), out var answer))
        {
            return answer;
        }

        _comparisons += known.Count;
        answer = _comparisons > MostComparisons ? null : Nearest.Of(name, known);
        _answers.Add((name, known), answer);
        return answer;
    }
}
