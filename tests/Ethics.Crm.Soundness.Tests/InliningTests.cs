using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>A summary says of a call what the body of the method would say in its place: programs with helpers, and the same with the helpers written out, report the same.</summary>
public sealed class InliningTests(ITestOutputHelper output)
{
    private const int Programs = 300;

    private static readonly Lazy<IReadOnlyList<(Specimen Called, Specimen WrittenOut)>> Pairs = new(static () =>
    [
        .. Enumerable.Range(0, Programs).AsParallel().AsOrdered().Select(static number => (number, Program: Inlining.Program(Settings.DefaultSeed, number)))
            .Select(static pair => (Specimen.Of(pair.Program, pair.number), Specimen.Of(Inlining.Of(pair.Program), pair.number))),
    ]);

    /// <summary>Else the one would say nothing about the other.</summary>
    [Fact]
    public void HelpersThatAreWrittenOut_DoTheSame() => Expect.Nothing(Pairs.Value
        .Where(static pair => WellTyped.Complaint(pair.WrittenOut.Model) is not null || !pair.Called.Said[0].Observations.SequenceEqual(pair.WrittenOut.Said[0].Observations))
        .Select(static pair => $"{WellTyped.Complaint(pair.WrittenOut.Model)}\n{pair.Called.Printed.Text}\n{pair.WrittenOut.Printed.Text}"));

    [Fact]
    public void HelpersThatAreCalled_ReportWhatTheyReportWrittenOut()
    {
        var (called, writtenOut) = (Reports(static pair => pair.Called), Reports(static pair => pair.WrittenOut));

        output.WriteLine($"{Programs} programs, {called.Count(static found => found.Count > 0)} with reports, {called.Sum(static found => found.Count)} reports.");
        Assert.True(called.Count(static found => found.Count > 0) >= Programs / 4);
        Expect.Nothing(Pairs.Value.Select((pair, i) => called[i].SetEquals(writtenOut[i]) ? null
            : $"Called: {string.Join(", ", called[i].Except(writtenOut[i]))}. Written out: {string.Join(", ", writtenOut[i].Except(called[i]))}.\n{pair.Called.Printed.Text}\n{pair.WrittenOut.Printed.Text}").OfType<string>());
    }

    /// <summary>Which member comes to code for which purpose, by whatever line.</summary>
    private static List<HashSet<string>> Reports(Func<(Specimen Called, Specimen WrittenOut), Specimen> which)
    {
        var reports = Rules.Present.Analyze(Batch.Compile(Pairs.Value.Select(pair => which(pair).Printed)));
        return [.. Pairs.Value.Select(pair => reports[which(pair).Printed.Namespace].Where(static report => report.Id is "ECRM2001" or "ECRM2002")
            .SelectMany(report => report.Sources.Where(which(pair).Model.Sources.Contains).SelectMany(source => report.Purposes.Select(purpose => $"{source} for {purpose}"))).ToHashSet(StringComparer.Ordinal))];
    }
}
