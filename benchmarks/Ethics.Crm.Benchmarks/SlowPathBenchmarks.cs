using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Ethics.Crm;

namespace Ethics.Crm.Benchmarks;

/// <summary>Permitted reads that the gate's one expression cannot decide, or has to look for the person first: nothing was asked of them, but whoever has such a model should know the price.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class SlowPathBenchmarks
{
    private Fixture _fixture = null!;
    private LateContact[] _late = null!;
    private StructContact[] _structs = null!;
    private StructContact[] _crowd = null!;
    private PurposeScope _scope = null!;

    [GlobalSetup(Target = nameof(LatePurposeAlone))]
    public void SetupLate() => Setup(Purposes.ZLate60);

    [GlobalSetup(Target = nameof(StructAlone))]
    public void SetupStruct() => Setup(Purposes.Newsletter);

    [GlobalSetup(Target = nameof(CrowdedStructAlone))]
    public void SetupCrowd() => Setup(Purposes.Newsletter);

    [GlobalCleanup]
    public void Cleanup()
    {
        _scope.Dispose();
        _fixture.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Fixture.Count), ForPurpose(Purposes.ZLate60)]
    public int LatePurposeAlone() { var sum = 0; foreach (var c in _late) sum += Read(c).Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count), ForPurpose(Purposes.Newsletter)]
    public int StructAlone() { var sum = 0; foreach (var c in _structs) sum += Read(c).Length; return sum; }

    /// <summary>People who come to one place between them, as in a type that is read for more than fit.</summary>
    [Benchmark(OperationsPerInvoke = Fixture.Count), ForPurpose(Purposes.Newsletter)]
    public int CrowdedStructAlone() { var sum = 0; foreach (var c in _crowd) sum += Read(c).Length; return sum; }

    private void Setup(string purpose)
    {
        _fixture = new Fixture();
        _late = [.. _fixture.Plain.Select(static c => new LateContact { Id = c.Id, Email = c.Email })];
        _structs = [.. _fixture.Plain.Select(static c => new StructContact { Id = c.Id, Email = c.Email })];
        _crowd = [.. _structs.Select(static c => new StructContact { Id = c.Id << 16, Email = "x" })];
        foreach (var contact in _structs.Concat(_crowd))
            _fixture.Consent.GrantAsync(SubjectKey.Of(contact), Purposes.Newsletter).GetAwaiter().GetResult();
#pragma warning disable ECRM1109, ECRM9001 // What the benchmarks share is opened here and closed in the clean-up.
        _scope = PurposeScope.Enter(purpose);
#pragma warning restore ECRM1109, ECRM9001
    }

    [MethodImpl(MethodImplOptions.NoInlining), ForPurpose(Purposes.ZLate60)]
    private static string Read(LateContact contact) => contact.Email;

    [MethodImpl(MethodImplOptions.NoInlining), ForPurpose(Purposes.Newsletter)]
    private static string Read(in StructContact contact) => contact.Email;
}
