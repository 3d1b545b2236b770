using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Ethics.Crm;
using Microsoft.AspNetCore.Authorization;

namespace Ethics.Crm.Benchmarks;

/// <summary>
/// A read for <c>newsletter</c>, which rests on consent, by a person who gave it. "Alone" is one read in a method that is not inlined;
/// "hot" is one read for each turn of a loop over an array.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
[ForPurpose(Purposes.Newsletter)]
public class ReadBenchmarks
{
    private Fixture _fixture = null!;
    private PlainContact[] _plain = null!;
    private GuardedContact[] _guarded = null!;
    private PurposeScope _scope = null!;

    [GlobalSetup]
    public void Setup()
    {
        _fixture = new Fixture();
        _plain = _fixture.Plain;
        _guarded = _fixture.Guarded;
        Ambient.Purpose.Value = "newsletter";
        Ambient.Bits.Value = new BitScope(2);
        ContextMirror.Local.Value = new BitScope(2);
#pragma warning disable ECRM1109 // Each read happens inside: what the benchmarks share is opened here and closed in the clean-up.
        _scope = PurposeScope.Enter(Purposes.Newsletter);
#pragma warning restore ECRM1109
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _scope.Dispose();
        _fixture.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int PlainAlone() { var sum = 0; foreach (var c in _plain) sum += Read(c).Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int GateAlone() { var sum = 0; foreach (var c in _guarded) sum += Read(c).Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int PlainHot() { var sum = 0; foreach (var c in _plain) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int GateHot() { var sum = 0; foreach (var c in _guarded) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int AsyncLocalHot() { var sum = 0; foreach (var c in _fixture.AsyncLocal) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int ContextHot() { var sum = 0; foreach (var c in _fixture.Context) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int ContextAlone() { var sum = 0; foreach (var c in _fixture.Context) sum += Read(c).Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int FrozenHot() { var sum = 0; foreach (var c in _fixture.Frozen) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int ConcurrentHot() { var sum = 0; foreach (var c in _fixture.Concurrent) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int CastleHot() { var sum = 0; foreach (var c in _fixture.Castle) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int DispatchHot() { var sum = 0; foreach (var c in _fixture.Dispatch) sum += c.Email.Length; return sum; }

    [Benchmark(OperationsPerInvoke = Fixture.Count)]
    public int AuthorizationHot()
    {
        var sum = 0;
        foreach (var c in _plain)
        {
            if (_fixture.Authorization.AuthorizeAsync(_fixture.User, c, "newsletter").GetAwaiter().GetResult().Succeeded)
                sum += c.Email.Length;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Read(PlainContact contact) => contact.Email;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Read(ContextContact contact) => contact.Email;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Read(GuardedContact contact) => contact.Email;
}
