using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Families;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The programs are measured on the engine: without any of its families it misses a value in one of them. A family that nobody would miss is not tested by them.</summary>
public sealed class FamilyTests(ITestOutputHelper output)
{
    // Most families are found out by the first few programs, and what comes after those is made for the others alone.
    private static readonly int[] Batches = [20, 80, 200, 300, 400, 500, 500];

    private static readonly Settings Followed = new(Settings.Given.Seed, Settings.DefaultPrograms, Settings.Given.First, Repertoire.Followed);

    // Those of the run of what is followed that show a flow.
    private static readonly Lazy<(IReadOnlyList<Specimen> Specimens, CSharpCompilation Printed)>[] Programs =
    [
        .. Batches.Select(static (count, batch) => Enumerable.Range(Followed.First + Batches[..batch].Sum(), count)).Select(static numbers => new Lazy<(IReadOnlyList<Specimen>, CSharpCompilation)>(() =>
        {
            List<Specimen> specimens =
            [
                .. numbers.AsParallel().AsOrdered().Select(static number => Specimen.Of(Misused(ProgramGen.Program(Followed.Seed, number, Followed.Repertoire), number), number))
                    .Where(static specimen => specimen.Said.Any(static said => said.Witnesses.Any(static witness => witness.Kind == WitnessKind.Flow))),
            ];
            return (specimens, Batch.Compile(specimens.Select(static specimen => specimen.Printed)));
        })),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, Specimen?>> Missing = new(static () => Family.All.AsParallel()
        .Select(static family => (family.Name, Found: FirstMiss(family))).ToDictionary(static found => found.Name, static found => found.Found, StringComparer.Ordinal));

    public static TheoryData<string> Families() => [.. Family.All.Select(static family => family.Name)];

    [Theory, MemberData(nameof(Families))]
    public void EngineWithoutAFamily_MissesAValue(string family)
    {
        var found = Missing.Value[family];

        Assert.True(found is not null, $"No program needs what follows {family}.\n{Followed.RepeatsAll}");
        output.WriteLine($"{family}: program {found.Number}");
    }

    /// <summary>The nearest opposite: the copy of the engine, with nothing switched off.</summary>
    [Fact]
    public void EngineWithAllFamilies_MissesNone()
    {
        using var mutant = Mutant.Without(null);

        Assert.Empty(Missed(mutant, Programs[0].Value));
        Assert.NotEmpty(Programs[0].Value.Specimens);
    }

    [Fact]
    public void FamilyThatTheEngineDoesNotHave_IsNotPassedOver()
    {
        Assert.Throws<ArgumentException>(static () => Mutant.Without(new("none", "MethodAnalysis.Nothing")));
        Assert.Throws<ArgumentException>(static () => Mutant.Without(new("none", "MethodAnalysis.Evaluate:Nothing")));
    }

    /// <summary>The program whose uses are all for one purpose: what code may have in hand, and keeps to itself, would show nothing.</summary>
    private static ProgramModel Misused(ProgramModel program, int number) =>
        Replacing.Uses(program, use => new Scope([Purposes.All[number % Purposes.All.Length]], [use]));

    private static Specimen? FirstMiss(Family family)
    {
        using var mutant = Mutant.Without(family);
        return Programs.Select(programs => Missed(mutant, programs.Value).FirstOrDefault()).FirstOrDefault(static found => found is not null);
    }

    private static List<Specimen> Missed(Mutant mutant, (IReadOnlyList<Specimen> Specimens, CSharpCompilation Printed) programs)
    {
        var reports = mutant.Analyzer.Analyze(programs.Printed);
        return [.. programs.Specimens.Where(specimen => Judge.Of(specimen, [.. reports[specimen.Printed.Namespace]]).Missed.Any(static missed => missed.Kind == WitnessKind.Flow))];
    }
}
