using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>
/// One step of the way that a value took, and those before it. Two ways to the same end are one label: the better way is kept, the shorter one, and of two as long
/// the one that comes first by <see cref="StepOrder"/>. What is told hangs neither on the order in which methods were looked at nor on hash codes.
/// </summary>
/// <param name="Word">What happened there, as the trace says it.</param>
internal sealed class Trail(Trail? before, SyntaxNode syntax, string word)
{
    /// <summary>A longer way is told without its end: no reader walks it, and a list of thousands of places slows an editor down.</summary>
    private const int Longest = 1000;

    private readonly int length = (before?.length ?? 0) + 1;

    public static IComparer<Trail?> Order { get; } = Comparer<Trail?>.Create(Compare);

    public Trail? Before => before;

    public SyntaxNode Syntax => syntax;

    public string Word => word;

    public static Trail Then(Trail? before, SyntaxNode syntax, string word) => before is { length: >= Longest } ? before : new Trail(before, syntax, word);

    /// <summary>The steps of another way that starts where this one ends.</summary>
    public static Trail? Joined(Trail? first, Trail? second)
    {
        if (first is null || second is null)
        {
            return first ?? second;
        }

        var joined = first;
        foreach (var step in second.InOrder())
        {
            joined = Then(joined, step.Syntax, step.Word);
        }

        return joined;
    }

    /// <summary>Negative when the first is the better one. Steps that are added to both, before or behind, do not change the answer, so the better of two ways stays the better one.</summary>
    public static int Compare(Trail? one, Trail? other)
    {
        var byLength = (one?.length ?? 0).CompareTo(other?.length ?? 0);
        if (byLength != 0)
        {
            return byLength;
        }

        // As long as each other, they end together.
        for (; one is not null && other is not null && !ReferenceEquals(one, other); one = one.Before, other = other.Before)
        {
            var byStep = StepOrder.Compare(one, other);
            if (byStep != 0)
            {
                return byStep;
            }
        }

        return 0;
    }

    /// <summary>First step first.</summary>
    public IReadOnlyList<Trail> Steps() => InOrder();

    private Trail[] InOrder()
    {
        var steps = new Trail[length];
        for (var step = this; step is not null; step = step.Before)
        {
            steps[step.length - 1] = step;
        }

        return steps;
    }
}
