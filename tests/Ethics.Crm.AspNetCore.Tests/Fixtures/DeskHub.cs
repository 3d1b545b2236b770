using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace Ethics.Crm.AspNetCore.Tests.Fixtures;

[ForPurpose("support")]
public sealed class DeskHub : Hub
{
    private static TaskCompletionSource s_after = new();
    private static Task<string> s_left = Task.FromResult("");

    public static TaskCompletionSource<(string, string)> Seen { get; private set; } = new();

    public static TaskCompletionSource<Task<string>> Left { get; private set; } = new();

    private static string Connected { get; set; } = "";

    public static void Reset()
    {
        (s_after, Seen, Left) = (new(), new(), new());
    }

    public override Task OnConnectedAsync()
    {
        Connected = Reading.Now();
        return Task.CompletedTask;
    }

    [ForPurpose("billing")]
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await Task.Yield();
        Seen.TrySetResult((Connected, Reading.Now()));
    }

    public string Class() => Reading.Now();

    [ForPurpose("billing")]
    public async Task<string> Method()
    {
        await Task.Yield();
        return Reading.Now();
    }

    public IAsyncEnumerable<string> Stream() => Elements(Begun());

    [ForPurpose("billing")]
    public Task<IAsyncEnumerable<string>> StreamOfMethod() => Task.FromResult(Elements(Begun()));

    public ChannelReader<string> Channel()
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
        _ = FillAsync();
        return channel.Reader;

        async Task FillAsync()
        {
            for (var i = 0; i < 2; i++)
            {
                await Task.Delay(20);
                await channel.Writer.WriteAsync(Reading.Now());
            }

            channel.Writer.Complete();
        }
    }

    public async IAsyncEnumerable<string> Endless([EnumeratorCancellation] CancellationToken stop)
    {
        var end = new TaskCompletionSource();
        Left.SetResult(UntilItIsRefusedAsync(end.Task));
        try
        {
            while (true)
            {
                yield return Reading.Now();
                await Task.Delay(10, stop);
            }
        }
        finally
        {
            end.SetResult();
        }
    }

    public ChannelReader<string> EndlessChannel()
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
        channel.Writer.TryWrite(Reading.Now());
        Left.SetResult(UntilItIsRefusedAsync(Task.CompletedTask));
        return channel.Reader;
    }

    public async Task<string> AfterStream()
    {
        s_after.TrySetResult();
        return await s_left;
    }

    public async Task<Ticket> Whole()
    {
        await Task.Yield();
        return new Ticket();
    }

    [ForPurpose("billing")]
    public Ticket WholeForBilling() => new();

    public async IAsyncEnumerable<Ticket> Wholes()
    {
        await Task.Yield();
        yield return new Ticket();
    }

    public async Task<string> Sends()
    {
        await Clients.Caller.SendAsync("ticket", new Ticket());
        s_left = Late(Clients.Caller, s_after.Task);
        return Reading.Now();

        static async Task<string> Late(IClientProxy caller, Task end)
        {
            await end;
            await caller.SendAsync("ticket", new Ticket());
            return "sent";
        }
    }

    public string Fails()
    {
        s_left = LateAsync(s_after.Task);
        throw new InvalidOperationException();
    }

    public Task<string> AfterFailure() => AfterStream();

    public Task<string> AfterSending() => AfterStream();

    /// <summary>The scope is closed a moment after the iterator has ended; of a scope that stays open nobody ever hears.</summary>
    private static async Task<string> UntilItIsRefusedAsync(Task end)
    {
        await end;
        while (Reading.Now() == "support")
            await Task.Delay(1);
        return Reading.Now();
    }

    private static async Task<string> Begun()
    {
        await Task.Delay(20);
        return Reading.Now();
    }

    private static async IAsyncEnumerable<string> Elements(Task<string> begun)
    {
        s_left = LateAsync(s_after.Task);
        yield return Reading.Now();
        await Task.Yield();
        yield return Reading.Now();
        yield return await begun;
    }

    private static async Task<string> LateAsync(Task end)
    {
        await end;
        return Reading.Now();
    }
}
