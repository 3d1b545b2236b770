using System.Reflection;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>The figures of a part of the deep run.</summary>
/// <param name="First">The number of its first program.</param>
/// <param name="Commit">What the rules were built from.</param>
/// <param name="Differing">Programs in which interpreter and execution differ, in whatever way.</param>
internal sealed record DeepPart(
    int First, int Programs, string Commit, int Differing, int Reads, int MissedReads, int Helpers, int MissedHelpers, int Flows, int MissedFlows, int Stores, int MissedStores, int Reports, int FalseAlarms, int Misplaced)
{
    /// <summary>Programs are run in parts, so that one is run again where something was mended, and so that one commit need not stand still for all.</summary>
    public const int Size = 2000;

    /// <summary>What each part is held to.</summary>
    public static IReadOnlyList<Bound> Bounds { get; } = [Bound.ReadsAreTold, Bound.FlowsAreTold, Bound.HelpersAreTold, Bound.StoresAreTold];

    /// <summary>As the compiler wrote it into the assembly, behind the version.</summary>
    public static string ThisCommit { get; } = typeof(PurposeAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+') is [_, { Length: >= 9 } commit] ? commit[..9] : "unknown";

    public int Missed => MissedReads + MissedHelpers + MissedFlows + MissedStores;

    public static DeepPart Of(Measurement run)
    {
        var tally = run.Tally;
        int There(WitnessKind kind) => tally.Witnesses.GetValueOrDefault(kind);
        int Silent(WitnessKind kind) => tally.Missed.GetValueOrDefault(kind);
        return new(
            run.Settings.First, tally.JudgedPrograms, ThisCommit, run.Disagreements.Count + run.PlainDisagreements.Count + run.Interferences.Count,
            There(WitnessKind.Read), Silent(WitnessKind.Read), There(WitnessKind.Helper), Silent(WitnessKind.Helper), There(WitnessKind.Flow), Silent(WitnessKind.Flow),
            There(WitnessKind.Store), Silent(WitnessKind.Store),
            tally.Judged, tally.FalseAlarms, tally.Misplaced);
    }

    /// <summary>All parts as one.</summary>
    public static DeepPart Sum(IEnumerable<DeepPart> parts) => parts.Aggregate(new DeepPart(0, 0, "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), static (sum, part) => sum with
    {
        Programs = sum.Programs + part.Programs,
        Differing = sum.Differing + part.Differing,
        Reads = sum.Reads + part.Reads,
        MissedReads = sum.MissedReads + part.MissedReads,
        Helpers = sum.Helpers + part.Helpers,
        MissedHelpers = sum.MissedHelpers + part.MissedHelpers,
        Flows = sum.Flows + part.Flows,
        MissedFlows = sum.MissedFlows + part.MissedFlows,
        Stores = sum.Stores + part.Stores,
        MissedStores = sum.MissedStores + part.MissedStores,
        Reports = sum.Reports + part.Reports,
        FalseAlarms = sum.FalseAlarms + part.FalseAlarms,
        Misplaced = sum.Misplaced + part.Misplaced,
    });
}
