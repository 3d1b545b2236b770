using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>What is counted over many programs.</summary>
internal sealed class Tally
{
    public int Programs { get; private set; }

    /// <summary>What the interpreter ran: each program with each of its inputs.</summary>
    public int Runs { get; private set; }

    /// <summary>What was executed, counted where it is: as many as <see cref="Runs"/>.</summary>
    public int Executed { get; set; }

    /// <summary>So as the programs are printed, each with its first input.</summary>
    public int ExecutedAsPrinted { get; set; }

    /// <summary>Programs whose reports were judged.</summary>
    public int JudgedPrograms { get; private set; }

    /// <summary>Programs that were not, because the analyzer crashed on one that was given with them.</summary>
    public int CrashedPrograms { get; set; }

    public int Misusing { get; private set; }

    /// <summary>Misusing programs in which a value goes through two methods and the heap on its way.</summary>
    public int Crossing { get; private set; }

    public int MissedIn { get; private set; }

    public List<int> Lines { get; } = [];

    public Dictionary<Construct, int> Constructs { get; } = [];

    public Dictionary<WitnessKind, int> Witnesses { get; } = [];

    public Dictionary<WitnessKind, int> Missed { get; } = [];

    public int Reports { get; private set; }

    public int FalseAlarms { get; private set; }

    public int Misplaced { get; private set; }

    public int Unused { get; private set; }

    public int Unjudged { get; private set; }

    /// <summary>Lines at which a value came into code for a wrong purpose, which did nothing with it.</summary>
    public int Arrivals { get; private set; }

    public int ReportedArrivals { get; private set; }

    public int Compared { get; private set; }

    public int Differing { get; private set; }

    public void Add(Specimen specimen)
    {
        Programs++;
        Runs += specimen.Inputs.Length;
        Lines.Add(specimen.Printed.LineCount);
        foreach (var construct in ConstructsOf.Program(specimen.Model))
            Count(Constructs, construct);
        var witnesses = specimen.Said.SelectMany(static said => said.Witnesses).ToList();
        Misusing += witnesses.Count > 0 ? 1 : 0;
        Crossing += witnesses.Any(static witness => witness.Crossing) ? 1 : 0;
    }

    public void Add(Judgement judgement)
    {
        JudgedPrograms++;
        foreach (var witness in judgement.Witnesses)
            Count(Witnesses, witness.Kind);
        foreach (var witness in judgement.Missed)
            Count(Missed, witness.Kind);
        MissedIn += judgement.Missed.Count > 0 ? 1 : 0;
        Reports += judgement.Reports.Count;
        FalseAlarms += judgement.FalseAlarms.Count;
        Misplaced += judgement.Misplaced.Count;
        Unused += judgement.Unused.Count;
        Unjudged += judgement.Unjudged.Count;
        Arrivals += judgement.Arrivals.Count;
        ReportedArrivals += judgement.ReportedArrivals;
    }

    public void Add(NonInterference.Outcome outcome)
    {
        Compared += outcome.Compared;
        Differing += outcome.Differing;
    }

    public double MissRate => Witnesses.Values.Sum() is > 0 and var all ? (double)Missed.Values.Sum() / all : 0;

    /// <summary>The reports that runs can judge: those at code that no run reached are neither right nor wrong, and would make the rate smaller than it is.</summary>
    public int Judged => Reports - Unjudged;

    public double FalseAlarmRate => Judged > 0 ? (double)FalseAlarms / Judged : 0;

    private static void Count<T>(Dictionary<T, int> counts, T key) where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
