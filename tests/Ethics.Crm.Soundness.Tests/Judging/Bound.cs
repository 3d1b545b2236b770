using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>What an analyzer claims of every program. A program that breaks it is shown as small as it gets, with the command that makes it again.</summary>
/// <param name="broken">Says in words what breaks it in a program; nothing when it holds.</param>
internal sealed class Bound(Func<Specimen, Judgement, IEnumerable<string>> broken)
{
    /// <summary>What a run is held to: what the rules of today claim, of all constructs or of those that are followed. A rule that comes adds its own.</summary>
    public static IReadOnlyList<Bound> Claimed => [ReadsAreTold, NoFalseRead, FlowsAreTold, HelpersAreTold, StoresAreTold];

    public static Bound ReadsAreTold { get; } = Tells(WitnessKind.Read);

    public static Bound NoFalseAlarm { get; } = new(static (_, judgement) => judgement.FalseAlarms.Concat(judgement.Misplaced).Select(Words));

    /// <summary>Reads in branches that a constant makes dead may be reported; anything else that is false, misplaced reports included, may not, wherever else in the program a dead branch is.</summary>
    public static Bound FalseAlarmsAreDeadReads { get; } = new(static (specimen, judgement) => NotDeadReads(specimen, judgement).Select(Words));

    /// <summary>No report of a read (ECRM2001) is false, not even in branches that a constant makes dead. Those of flows have a rate: the engine does not compare conditions.</summary>
    public static Bound NoFalseRead { get; } = new(static (_, judgement) => judgement.FalseAlarms.Where(static report => report.Id == "ECRM2001").Select(Words));

    /// <summary>No value that is seen in code for a wrong purpose is missed.</summary>
    public static Bound FlowsAreTold { get; } = Tells(WitnessKind.Flow);

    /// <summary>No member is read in undeclared code that was called for a wrong purpose without a word.</summary>
    public static Bound HelpersAreTold { get; } = Tells(WitnessKind.Helper);

    /// <summary>No value is stored in a member that may do more than it without a word.</summary>
    public static Bound StoresAreTold { get; } = Tells(WitnessKind.Store);

    /// <summary>No misuse of the kind is missed.</summary>
    public static Bound Tells(WitnessKind kind) => new((_, judgement) => judgement.Missed.Where(missed => missed.Kind == kind)
        .Select(static missed => $"Missed: {missed.Kind} of {missed.Source} for {missed.Purpose}, seen at line {missed.Line}, to be reported at {string.Join(" or ", missed.Places.Order())}."));

    public IEnumerable<string> Broken(Specimen specimen, Judgement judgement) => broken(specimen, judgement);

    public bool IsBroken(Specimen specimen, Judgement judgement) => broken(specimen, judgement).Any();

    private static IEnumerable<Report> NotDeadReads(Specimen specimen, Judgement judgement)
    {
        var dead = Unreached.DeadReads(specimen);
        return judgement.FalseAlarms.Where(report => report.Id != "ECRM2001" || !report.Sources.Any(source => dead.Contains((report.Line, source)))).Concat(judgement.Misplaced);
    }

    private static string Words(Report report) => $"False: line {report.Line}, {report.Id} {report.Message}";
}
