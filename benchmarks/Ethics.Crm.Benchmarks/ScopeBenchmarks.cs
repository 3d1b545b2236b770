using System.Runtime.CompilerServices;
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

    /// <summary>What a scope could cost at best if nobody watched the local: an object of its size, and the context put back where nothing else has changed.</summary>
    [Benchmark]
    public void BareAsyncLocalWithObjectInEmptyContext() => Bare.SetAndPutBack();

    /// <summary>The watched local alone: its list of watchers and the handler twice, with a value that was there before.</summary>
    [Benchmark]
    public void WatchedAsyncLocalWithoutObjectInEmptyContext() => Watched.SetAndPutBackKept();

    /// <summary>What no scope can do without that a read finds in a thread-static: an object, a local that is watched, and the context put back as cheaply as the runtime allows.</summary>
    [Benchmark]
    public void WatchedAsyncLocalInEmptyContext() => Watched.SetAndPutBack();

    /// <summary>The least that the signature of <see cref="PurposeScope.Enter(string[])"/> allows: its array, one object that keeps it and can be closed, a local that is watched, and nothing done with any of it.</summary>
    [Benchmark]
    public void WatchedAsyncLocalWithArrayInEmptyContext() => Watched.SetAndPutBackNamed(Purposes.Newsletter);

    /// <summary>The same with an object that holds what a scope holds, and with the look whether anything else has changed: all but purposes, host and closing.</summary>
    [Benchmark]
    public void WatchedAsyncLocalWithObjectInEmptyContext() => Watched.SetAndPutBackIfUnchanged();

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

    public static void SetAndPutBack()
    {
        var before = ExecutionContext.Capture()!;
        var held = new Held(before);
        Local.Value = held;
        held.Opened = ExecutionContext.Capture();
        if (ReferenceEquals(ExecutionContext.Capture(), held.Opened))
            ExecutionContext.Restore(held.Before);
    }
}

internal static class Watched
{
    private static readonly AsyncLocal<object?> Local = new(static change => current = change.CurrentValue);
    private static readonly object Value = new();

    [ThreadStatic]
    private static object? current;

    public static object? Current => current;

    public static void SetAndPutBackKept()
    {
        var before = ExecutionContext.Capture()!;
        Local.Value = Value;
        ExecutionContext.Restore(before);
    }

    public static void SetAndPutBack()
    {
        var before = ExecutionContext.Capture()!;
        Local.Value = new object();
        ExecutionContext.Restore(before);
    }

    // As a method of another assembly is: else the compiler of the runtime sees that nobody keeps the array, and makes none.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SetAndPutBackNamed(params string[] names)
    {
        var before = ExecutionContext.Capture()!;
        Local.Value = new Least(names);
        ExecutionContext.Restore(before);
    }

    public static void SetAndPutBackIfUnchanged()
    {
        var before = ExecutionContext.Capture()!;
        var held = new Held(before);
        Local.Value = held;
        held.Opened = ExecutionContext.Capture();
        if (ReferenceEquals(current, held) && ReferenceEquals(ExecutionContext.Capture(), held.Opened))
            ExecutionContext.Restore(held.Before);
    }
}

/// <summary>What a scope cannot do without: its purposes. Closed, it has none.</summary>
internal sealed class Least(string[]? names)
{
    public string[]? Names { get; set; } = names;
}

/// <summary>As large as a purpose scope.</summary>
internal sealed class Held(ExecutionContext before)
{
    public ExecutionContext Before { get; } = before;

    public ExecutionContext? Opened { get; set; }

    public object? Parent { get; set; }

    public object? Owner { get; set; }

    public object? Names { get; set; }

    public long Mask { get; set; }
}
