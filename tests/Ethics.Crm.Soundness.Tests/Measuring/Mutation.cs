using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>The interpreter without the effect of one construct, held against what the execution showed.</summary>
internal static class Mutation
{
    /// <summary>The first run in which it tells something else, or null.</summary>
    public static int? FirstRun(Specimen specimen, Construct? off)
    {
        for (var run = 0; run < specimen.Inputs.Length; run++)
        {
            if (Disagreement.Between(Says(specimen, run, off), specimen.Shown[run]) is not null)
                return run;
        }

        return null;
    }

    private static List<Observation> Says(Specimen specimen, int run, Construct? off)
    {
        try
        {
            return Interpreter.Run(specimen.Model, specimen.Printed, specimen.Inputs[run], off).Observations;
        }
        catch (OutOfStepsException)
        {
            // It went where the program does not go.
            return [];
        }
    }
}
