using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Solver;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>
/// What a build of a library would write beside it, of a library that is there as source: so that an editor, which compiles nothing, finds what a build finds.
/// </summary>
internal static class SideCarOfSource
{
    public static string Write(PurposeContext purposes)
    {
        var bodies = new BodyProvider(purposes.Compilation);
        var index = new CallIndex(purposes.Compilation);
        index.Look(bodies.All(CancellationToken.None), purposes, CancellationToken.None);
        index.AskLibraries(purposes.SideCars);
        var solver = new FlowSolver(purposes, bodies, index, CancellationToken.None) { Visible = new VisibleMembers(purposes.Compilation) };
        if (index.HasReaders)
        {
            solver.Solve();
        }

        return new SideCarWriter(purposes, solver).Write();
    }
}
