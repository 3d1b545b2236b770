using BenchmarkDotNet.Attributes;
using Ethics.Crm;

namespace Ethics.Crm.Benchmarks;

/// <summary>Entering and leaving a purpose against setting and restoring an <see cref="AsyncLocal{T}"/> that nobody watches.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ScopeBenchmarks
{
    private static readonly AsyncLocal<object?> Bare = new();
    private static readonly object Value = new();
    private Fixture _fixture = null!;

    [GlobalSetup]
    public void Setup() => _fixture = new Fixture();

    [GlobalCleanup]
    public void Cleanup() => _fixture.Dispose();

    [Benchmark]
    public void BareAsyncLocal()
    {
        var before = Bare.Value;
        Bare.Value = Value;
        Bare.Value = before;
    }

    [Benchmark]
    public void Scope()
    {
        using (PurposeScope.Enter(Purposes.Newsletter))
        {
        }
    }
}
