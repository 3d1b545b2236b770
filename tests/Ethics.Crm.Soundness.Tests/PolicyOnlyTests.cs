using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Printing;
using Ethics.Crm.TestKit;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What attributes say, the policy may say instead: generated programs report the same at the same lines, whichever of the two says it.</summary>
public sealed class PolicyOnlyTests(ITestOutputHelper output)
{
    private const int Programs = 150;

    [Theory]
    [InlineData(Turned.All)]
    [InlineData(Turned.Collected)]
    [InlineData(Turned.Code)]
    public void ProgramsWithoutAttributes_ReportTheSame(Turned turned)
    {
        var programs = Enumerable.Range(0, Programs).AsParallel().AsOrdered().Select(static number => Printer.Print(ProgramGen.Program(Settings.DefaultSeed, number, Repertoire.Whole), "P" + number)).ToArray();
        var batch = Batch.Compile(programs);
        var (written, policy) = AttributesAsPolicy.Of(batch, Rules.Policy.Text, turned)!.Value;
        if (turned == Turned.All)
        {
            Assert.DoesNotContain(written.SyntaxTrees, static tree => tree.ToString().Contains("[CollectedFor(", StringComparison.Ordinal));
        }

        var expected = Rules.Present.Analyze(batch);
        var told = Rules.Present.Analyze(written, Rules.Policy with { Text = policy });

        output.WriteLine($"{Programs} programs, {expected.Sum(static found => found.Count())} reports.");
        Assert.True(expected.Count >= Programs / 4);
        Expect.Nothing(programs.Where(program => !Told(expected[program.Namespace]).SequenceEqual(Told(told[program.Namespace])))
            .Select(program => $"Attributes: {string.Join(", ", Told(expected[program.Namespace]).Except(Told(told[program.Namespace])))}. Policy: {string.Join(", ", Told(told[program.Namespace]).Except(Told(expected[program.Namespace])))}.\n{program.Text}"));
    }

    private static string[] Told(IEnumerable<Report> reports) => [.. reports.Select(static report => $"{report.Id} {report.Line} {report.Message}").Order(StringComparer.Ordinal)];
}
