using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>
/// Two executions that were given different contents of one labelled member may differ only in what depends on it: in values that carry its label as the execution shows it and, behind a border
/// or an anonymizer, where labels end, in values made of it.
/// </summary>
internal static class NonInterference
{
    /// <param name="Compared">Pairs of observations that were compared.</param>
    /// <param name="Differing">Those that differed, as they may.</param>
    /// <param name="Violation">The first difference that nothing explains, or null.</param>
    internal sealed record Outcome(int Compared, int Differing, string? Violation);

    public static Outcome Of(Specimen specimen)
    {
        var (compared, differing) = (0, 0);
        foreach (var (varied, run) in specimen.Inputs.Select(static (inputs, run) => (inputs.Varied, run)).Where(static i => i.Varied is not null))
        {
            var other = Enumerable.Range(0, specimen.Inputs.Length).Single(i => specimen.Inputs[i] == specimen.Inputs[run] with { Varied = null });
            var (said, left, right) = (specimen.Said[other], specimen.Shown[other], specimen.Shown[run]);
            for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
            {
                // From the first condition on the member, what is done may differ as well.
                if (At(said.Steered, i, said.SteeredBy).Contains(varied!))
                    break;
                if (i >= left.Count || i >= right.Count)
                    return new(compared, differing, $"{varied}: one run shows more than the other.");
                compared++;
                if (left[i] == right[i])
                    continue;
                differing++;
                var reached = left[i].Labels.Split('+').Contains(varied) || At(said.Unlabelled, i, TextValue.NoOrigins).Contains(varied!);
                if (!reached || left[i] with { Text = right[i].Text } != right[i])
                    return new(compared, differing, $"{varied}: {left[i]} became {right[i]}");
            }
        }

        return new(compared, differing, null);
    }

    // Where interpreter and execution disagree, one may say less than the other shows.
    private static T At<T>(List<T> list, int index, T otherwise) => index < list.Count ? list[index] : otherwise;
}
