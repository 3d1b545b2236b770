using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Shrinking;

/// <summary>Makes a program smaller as long as it stays interesting: delta debugging over its structure, so that every step is a program.</summary>
internal static class Shrinker
{
    /// <param name="interesting">Says of several programs at once which still show what was found, because compiling them together costs little more than one.</param>
    /// <param name="together">How many are asked about at once.</param>
    public static Specimen Shrink(Specimen start, Func<IReadOnlyList<Specimen>, IReadOnlyList<bool>> interesting, int together)
    {
        var current = start;
        bool isSmaller;
        do
        {
            isSmaller = false;
            var at = 0;
            while (true)
            {
                var tried = Smaller.Than(current.Model).Skip(at).Take(together).Select(make => Program(make, current)).ToList();
                if (tried.Count == 0)
                    break;
                var answers = interesting([.. tried.OfType<Specimen>()]);
                var index = 0;
                var found = tried.FindIndex(candidate => candidate is not null && answers[index++]);
                if (found >= 0)
                {
                    (current, isSmaller) = (tried[found]!, true);
                    // What came before did not help, and is not asked again until the next round.
                    at += found;
                }
                else
                {
                    at += tried.Count;
                }
            }
        }
        while (isSmaller);
        return current;
    }

    /// <summary>The candidate, if it is a program, ends, and is no longer than what there is.</summary>
    private static Specimen? Program(Func<ProgramModel> make, Specimen current)
    {
        var program = Pruning.Pruned(make());
        if (WellTyped.Complaint(program) is not null)
            return null;
        try
        {
            var candidate = current.With(program);
            return candidate.Printed.Text.Length < current.Printed.Text.Length ? candidate : null;
        }
        catch (OutOfStepsException)
        {
            return null;
        }
    }
}
