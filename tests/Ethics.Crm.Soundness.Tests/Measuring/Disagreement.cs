using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>Where interpreter and execution tell different things.</summary>
/// <param name="Run">The number of the run among the program's.</param>
internal sealed record Disagreement(Specimen Specimen, int Run, string What)
{
    /// <summary>The first one in a specimen that was executed, or null.</summary>
    public static Disagreement? In(Specimen specimen)
    {
        for (var run = 0; run < specimen.Inputs.Length; run++)
        {
            if (Between(specimen.Said[run].Observations, specimen.Shown[run]) is { } what)
                return new(specimen, run, what);
        }

        return null;
    }

    /// <summary>The first thing that one tells and the other does not, or null.</summary>
    public static string? Between(IReadOnlyList<Observation> said, IReadOnlyList<Observation> shown)
    {
        for (var i = 0; i < Math.Max(said.Count, shown.Count); i++)
        {
            if (i >= said.Count || i >= shown.Count || said[i] != shown[i])
                return $"The interpreter says {(i < said.Count ? said[i] : "nothing")}, the execution shows {(i < shown.Count ? shown[i] : "nothing")}.";
        }

        return null;
    }

    /// <summary>In a run of the program as it is printed, which shows what is used, and nothing of labels and purposes.</summary>
    public static string? AsPrinted(Specimen specimen, IReadOnlyList<Observation> shown)
    {
        static string Texts(IEnumerable<Observation> observations) => string.Join("\n", observations.Where(static seen => seen.Kind == "use").Select(static seen => $"{seen.What}: {seen.Text}"));
        var (said, executed) = (Texts(specimen.Said[0].Observations), Texts(shown));
        return said == executed ? null : $"The interpreter says\n{said}\nThe execution shows\n{executed}";
    }

    public override string ToString() => $"""
        {Specimen.Inputs[Run]}: {What}

        The interpreter says
        {string.Join("\n", Specimen.Said[Run].Observations)}
        The execution shows
        {string.Join("\n", Specimen.Shown[Run])}
        """;
}
