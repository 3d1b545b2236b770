using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Shrinking;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>A fault for each construct: the interpreter does not know it. Which program finds it out first, and what is left of that program when it is shrunk.</summary>
internal sealed class Faults
{
    private static readonly Lazy<Faults> Only = new(static () => new(Measurement.Run));

    public Faults(Measurement run)
    {
        Found = run.Clock.Time("6 find planted faults", () => Enum.GetValues<Construct>().AsParallel()
            .Select(off => (Off: off, By: run.Specimens.FirstOrDefault(specimen => Mutation.FirstRun(specimen, off) is not null)))
            .Where(static fault => fault.By is not null).ToDictionary(static fault => fault.Off, static fault => fault.By!));
        Shrunk = run.Clock.Time("7 shrink their programs", () => Found.OrderBy(static fault => fault.Key).AsParallel().AsOrdered()
            .Select(static fault => (fault.Key, Shrinker.Shrink(fault.Value, specimens => Interesting.Knows(fault.Key, specimens), 1))).ToList());
    }

    /// <summary>Those of the run that all tests look at.</summary>
    public static Faults Planted => Only.Value;

    public IReadOnlyDictionary<Construct, Specimen> Found { get; }

    public IReadOnlyList<(Construct Off, Specimen Specimen)> Shrunk { get; }

    /// <summary>Of the shrunk programs; null when none of the programs found a fault, as a few of them may not.</summary>
    public int? MedianLines => Shrunk.Count == 0 ? null : Shrunk.Select(static s => s.Specimen.Printed.LineCount).Order().ElementAt(Shrunk.Count / 2);
}
