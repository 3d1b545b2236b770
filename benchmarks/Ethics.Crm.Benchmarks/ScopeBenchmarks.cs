using BenchmarkDotNet.Attributes;
using Ethics.Crm;

namespace Ethics.Crm.Benchmarks;

/// <summary>
/// Entering and leaving a purpose against setting and restoring an <see cref="AsyncLocal{T}"/> that nobody watches, while the context carries three further values,
/// as the activity, the HTTP context and the logging scope are in a web request.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ScopeBenchmarks
{
    private static readonly AsyncLocal<object?>[] Carried = [new(), new(), new()];
    private Fixture _fixture = null!;

    [GlobalSetup]
    public void Setup()
    {
        _fixture = new Fixture();
        foreach (var local in Carried)
            local.Value = local;
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var local in Carried)
            local.Value = null;
        _fixture.Dispose();
    }

    [Benchmark]
    public void BareAsyncLocal() => Bare.SetAndRestore();

    [Benchmark]
    public void Scope()
    {
        using (PurposeScope.Enter(Purposes.Newsletter))
        {
        }
    }
}

/// <summary>The same in a context that carries nothing, where the bare one gets away with a single allocation of context and map.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class EmptyContextScopeBenchmarks
{
    private Fixture _fixture = null!;

    [GlobalSetup]
    public void Setup() => _fixture = new Fixture();

    [GlobalCleanup]
    public void Cleanup() => _fixture.Dispose();

    [Benchmark]
    public void BareAsyncLocalInEmptyContext() => Bare.SetAndRestore();

    /// <summary>What no scope can do without that a read finds in a thread-static: an object, a local that is watched, and the context put back as cheaply as the runtime allows.</summary>
    [Benchmark]
    public void WatchedAsyncLocalInEmptyContext() => Watched.SetAndPutBack();

    [Benchmark]
    public void ScopeInEmptyContext()
    {
        using (PurposeScope.Enter(Purposes.Newsletter))
        {
        }
    }
}

internal static class Bare
{
    private static readonly AsyncLocal<object?> Local = new();
    private static readonly object Value = new();

    public static void SetAndRestore()
    {
        var before = Local.Value;
        Local.Value = Value;
        Local.Value = before;
    }
}

internal static class Watched
{
    private static readonly AsyncLocal<object?> Local = new(static change => current = change.CurrentValue);

    [ThreadStatic]
    private static object? current;

    public static object? Current => current;

    public static void SetAndPutBack()
    {
        var before = ExecutionContext.Capture()!;
        Local.Value = new object();
        ExecutionContext.Restore(before);
    }
}
