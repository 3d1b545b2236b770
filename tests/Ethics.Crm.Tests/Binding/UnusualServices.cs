using System.Runtime.CompilerServices;

namespace Ethics.Crm.Tests.Binding;

public interface IUnusual
{
    ref readonly string Last { get; }

    ref int this[in int at] { get; }

    event Action<string> Heard;

    string Joined(params ReadOnlySpan<string> all);

    Task<string> JoinedAsync(params Span<string> all);

    TOut? Made<TIn, TOut>(TIn from, scoped ref int count)
        where TIn : struct
        where TOut : class, new();

    IEnumerator<string> Steps();

    IAsyncEnumerator<string> StepsAsync();

    IAsyncEnumerable<string> Lines(CancellationToken asked, List<string> seen);

    Task<IAsyncEnumerable<string>> LinesLaterAsync();

    string Overridden() => "by default:" + Now.Purposes;

    string Kept() => "by default:" + Now.Purposes;
}

/// <summary>Says something else of a member of its base.</summary>
public interface IMoreUnusual : IUnusual
{
    [ForPurpose("billing")]
    string IUnusual.Kept() => "nearer:" + Now.Purposes;
}

/// <summary>Each form of member that an interface may have, telling what it works for.</summary>
[ForPurpose("support")]
internal sealed class Unusual : IMoreUnusual
{
    private readonly int[] _counts = new int[4];
    private string _last = "";
    private Action<string>? _heard;

    public event Action<string> Heard
    {
        add
        {
            _heard += value;
            _last = "added:" + Now.Purposes;
        }

        remove
        {
            _heard -= value;
            _last = "removed:" + Now.Purposes;
        }
    }

    public ref readonly string Last => ref _last;

    public ref int this[in int at]
    {
        get
        {
            _last = "at:" + Now.Purposes;
            return ref _counts[at];
        }
    }

    public string Joined(params ReadOnlySpan<string> all) => string.Concat(all.ToArray()) + ":" + Now.Purposes;

    public Task<string> JoinedAsync(params Span<string> all)
    {
        var joined = string.Concat(all.ToArray());
        return Later();

        async Task<string> Later()
        {
            await Task.Yield();
            return joined + ":" + Now.Purposes;
        }
    }

    public TOut? Made<TIn, TOut>(TIn from, scoped ref int count)
        where TIn : struct
        where TOut : class, new()
    {
        count++;
        _last = "made:" + Now.Purposes;
        return new();
    }

    public IEnumerator<string> Steps()
    {
        yield return Now.Purposes;
    }

    public async IAsyncEnumerator<string> StepsAsync()
    {
        await Task.Yield();
        yield return Now.Purposes;
    }

    public async IAsyncEnumerable<string> Lines([EnumeratorCancellation] CancellationToken asked, List<string> seen)
    {
        try
        {
            while (true)
            {
                yield return Now.Purposes;
                await Task.Delay(1, asked);
            }
        }
        finally
        {
            await Task.Yield();
            seen.Add("end:" + Now.Purposes);
        }
    }

    public async Task<IAsyncEnumerable<string>> LinesLaterAsync()
    {
        await Task.Yield();
        return Lines(CancellationToken.None, []);
    }

    public string Overridden() => "own:" + Now.Purposes;
}

public interface IScoped : IAsyncDisposable
{
    List<string> Seen { get; }
}

/// <summary>Disposable only later.</summary>
[ForPurpose("support")]
internal sealed class ScopedUnusual : IScoped
{
    public List<string> Seen { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        Seen.Add("end:" + Now.Purposes);
    }
}

public interface IResets
{
    IEnumerator<string> Steps();
}

/// <summary>An enumerator that starts again, which iterators do not.</summary>
[ForPurpose("support")]
internal sealed class Resetting : IResets, IEnumerator<string>
{
    private string _reset = "";

    public string Current => _reset;

    object System.Collections.IEnumerator.Current => Current;

    public IEnumerator<string> Steps() => this;

    public bool MoveNext() => true;

    public void Reset() => _reset = "reset:" + Now.Purposes;

    public void Dispose()
    {
    }
}
