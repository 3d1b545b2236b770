using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>One step of the way that a value took, and those before it. Never part of a comparison: two ways to the same end are one.</summary>
/// <param name="Word">What happened there, as the trace says it.</param>
internal sealed record Trail(Trail? Before, SyntaxNode Syntax, string Word)
{
    /// <summary>Longer ways are told without their middle.</summary>
    private const int Longest = 100;

    private readonly int length = (Before?.length ?? 0) + 1;

    public static Trail? Then(Trail? before, SyntaxNode syntax, string word)
        => before is not null && (before.length >= Longest || (before.Syntax == syntax && before.Word == word)) ? before : new Trail(before, syntax, word);

    /// <summary>The steps of another way that starts where this one ends.</summary>
    public static Trail? Joined(Trail? first, Trail? second)
        => second is null ? first : Then(Joined(first, second.Before), second.Syntax, second.Word);

    /// <summary>First step first.</summary>
    public IReadOnlyList<Trail> Steps()
    {
        var steps = new List<Trail>();
        for (var step = this; step is not null; step = step.Before)
        {
            steps.Add(step);
        }

        steps.Reverse();
        return steps;
    }
}
