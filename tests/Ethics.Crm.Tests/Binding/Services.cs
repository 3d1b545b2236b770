namespace Ethics.Crm.Tests.Binding;

/// <summary>What a piece of code runs for.</summary>
internal static class Now
{
    public static string Purposes => string.Join("+", PurposeScope.Current);
}

public interface IDesk
{
    string Answer();

    [ForPurpose("billing")]
    string Bill();

    Task<string> AnswerAsync();

    ValueTask<string> AnswerSoonAsync();

    Task WaitAsync(List<string> seen);

    ValueTask WaitSoonAsync(List<string> seen);

    IEnumerable<string> Lines();

    IAsyncEnumerable<string> LinesAsync(CancellationToken cancellationToken = default);

    Task<IEnumerable<string>> LinesLaterAsync();

    string Describe() => "by default: " + Now.Purposes;

    T Echo<T>(T value, out string seen)
        where T : notnull;

    ref int Counter(ref int value);

    Task<string> ReadAsync(ReadOnlySpan<char> text);

    Task<IEnumerable<string>> LinesOfAsync(in int task);

    string Name { get; set; }

    string this[int index] { get; }

    event Action<string> Answered;
}

[ForPurpose("support")]
internal class Desk : IDesk
{
    public event Action<string>? Answered;

    public string Name
    {
        get => Now.Purposes;
        set => Set = value + ":" + Now.Purposes;
    }

    public string Set { get; private set; } = "";

    public string this[int index] => index + Now.Purposes;

    public string Answer()
    {
        Answered?.Invoke(Now.Purposes);
        return Now.Purposes;
    }

    public string Bill() => Now.Purposes;

    public async Task<string> AnswerAsync()
    {
        await Task.Yield();
        return Now.Purposes;
    }

    public async ValueTask<string> AnswerSoonAsync()
    {
        await Task.Yield();
        return Now.Purposes;
    }

    public async Task WaitAsync(List<string> seen)
    {
        await Task.Yield();
        seen.Add(Now.Purposes);
    }

    public async ValueTask WaitSoonAsync(List<string> seen)
    {
        await Task.Yield();
        seen.Add(Now.Purposes);
    }

    public IEnumerable<string> Lines()
    {
        try
        {
            yield return Now.Purposes;
            yield return Now.Purposes;
        }
        finally
        {
            Set = "closed:" + Now.Purposes;
        }
    }

    public async IAsyncEnumerable<string> LinesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return Now.Purposes;
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return Now.Purposes;
    }

    public Task<IEnumerable<string>> LinesLaterAsync() => Task.FromResult(Lines());

    public T Echo<T>(T value, out string seen)
        where T : notnull
    {
        seen = Now.Purposes;
        return value;
    }

    public ref int Counter(ref int value)
    {
        Set = Now.Purposes;
        value++;
        return ref value;
    }

    public Task<IEnumerable<string>> LinesOfAsync(in int task) => Task.FromResult(Lines());

    public Task<string> ReadAsync(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        return Later();

        async Task<string> Later()
        {
            await Task.Delay(1);
            return length + Now.Purposes;
        }
    }
}

public interface INews
{
    string Send();

    string SendIn(Func<string> text);
}

/// <summary>A method that leaves a scope open.</summary>
[ForPurpose("marketing")]
internal sealed class LeakyNews : INews
{
    public string Send()
    {
        _ = PurposeScope.Enter("billing");
        return Now.Purposes;
    }

    public string SendIn(Func<string> text) => text();
}

/// <summary>Declares nothing.</summary>
internal sealed class PlainNews : INews
{
    public string Send() => Now.Purposes;

    public string SendIn(Func<string> text) => text();
}

[ForPurpose("marketing")]
public interface ICampaign
{
    string Run();
}

internal class Campaign : ICampaign
{
    public virtual string Run() => Now.Purposes;
}

[ForPurpose("support")]
internal sealed class SupportCampaign : Campaign
{
    public override string Run() => Now.Purposes;
}

public interface IStore<T>
{
    string Keep(T value);
}

[ForPurpose("billing")]
internal sealed class Store<T> : IStore<T>
    where T : class
{
    public string Keep(T value) => typeof(T).Name + ":" + Now.Purposes;
}

internal sealed class PlainStore<T> : IStore<T>
{
    public string Keep(T value) => typeof(T).Name + ":" + Now.Purposes;
}

public interface ITicket : IDisposable
{
    string Open();
}

[ForPurpose("support")]
internal sealed class Ticket : ITicket
{
    public int Disposed { get; private set; }

    public string Open() => Now.Purposes;

    public void Dispose() => Disposed++;
}

public interface IHolder
{
    object Inner { get; }
}

/// <summary>Disposable, behind an interface that is not.</summary>
[ForPurpose("support")]
internal sealed class Holder : IHolder, IDisposable, IAsyncDisposable
{
    public object Inner => this;

    public int Disposed { get; private set; }

    public void Dispose() => Disposed++;

    public ValueTask DisposeAsync()
    {
        Disposed++;
        return default;
    }
}

/// <summary>Works for what it declares and nothing can stand before it.</summary>
[ForPurpose("marketing")]
internal class ClassService
{
    public string Run() => Now.Purposes;
}
