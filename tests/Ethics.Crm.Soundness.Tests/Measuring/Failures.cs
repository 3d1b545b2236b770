using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Shrinking;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>What went wrong in a run, for a person: the command that makes the program again, what is wrong, and the program, as small as it gets. Nothing is made smaller before it is asked for.</summary>
internal static class Failures
{
    public static IEnumerable<string> Disagreements(Measurement run) =>
        run.Disagreements.First.Select(found => Shown(run, found, Interesting.Disagrees, static specimens => Disagreement.In(Interesting.Executed(specimens)[0])?.ToString()));

    public static IEnumerable<string> PlainDisagreements(Measurement run) =>
        run.PlainDisagreements.First.Select(found => Shown(run, found, Interesting.DisagreesAsPrinted, static specimens => Interesting.AsPrinted(specimens)[0]));

    public static IEnumerable<string> Interferences(Measurement run) =>
        run.Interferences.First.Select(found => Shown(run, found, Interesting.Interferes, static specimens => NonInterference.Of(Interesting.Executed(specimens)[0]).Violation));

    public static IEnumerable<string> Of(Measurement run, Bound bound) => run.Broken(bound).First.Select(found => Shown(
        run, found, specimens => Interesting.Breaks(bound, run.Analyzer, specimens),
        specimens => string.Join("\n", bound.Broken(specimens[0], Interesting.Judged(run.Analyzer, specimens)[0]))));

    private static string Shown(Measurement run, Specimen found, Func<IReadOnlyList<Specimen>, IReadOnlyList<bool>> interesting, Func<IReadOnlyList<Specimen>, string?> words)
    {
        var shrunk = Shrinker.Shrink(found, interesting, 60);
        return run.Failure(found.Number, words([shrunk]) ?? "It happens no more when the program is run by itself.", shrunk);
    }
}
