using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class HubTests
{
    [Theory, InlineData(HttpTransportType.WebSockets), InlineData(HttpTransportType.LongPolling), InlineData(HttpTransportType.ServerSentEvents)]
    public async Task Method_RunsForItsPurpose_ElseForThatOfItsHub(HttpTransportType transport)
    {
        await using var app = await StartAsync();
        await using var desk = await ConnectAsync(app, "/desk", transport);
        await using var silent = await ConnectAsync(app, "/silent", transport);

        Assert.Equal("support", await desk.InvokeAsync<string>("Class"));
        Assert.Equal("billing", await desk.InvokeAsync<string>("Method"));
        Assert.Equal("NoScope", await silent.InvokeAsync<string>("Class"));
        Assert.Equal("support", await desk.InvokeAsync<string>("Class"));
    }

    [Fact]
    public async Task Mapping_HoldsForAHubThatSaysNothing()
    {
        await using var app = await StartAsync("billing");
        await using var desk = await ConnectAsync(app, "/desk");
        await using var silent = await ConnectAsync(app, "/silent");

        Assert.Equal("billing", await silent.InvokeAsync<string>("Class"));
        Assert.Equal("support", await desk.InvokeAsync<string>("Class"));
    }

    [Fact]
    public async Task StreamOfAMethod_IsInsideToItsEnd_AlsoWhatItBeganBefore()
    {
        await using var app = await StartAsync();
        await using var desk = await ConnectAsync(app, "/desk");
        await using var silent = await ConnectAsync(app, "/silent");

        Assert.Equal(["support", "support", "support"], await desk.StreamAsync<string>("Stream").ToListAsync());
        Assert.Equal(["billing", "billing", "billing"], await desk.StreamAsync<string>("StreamOfMethod").ToListAsync());
        Assert.Equal(["support", "support"], await desk.StreamAsync<string>("Channel").ToListAsync());
        Assert.Equal(["NoScope", "NoScope", "NoScope"], await silent.StreamAsync<string>("Stream").ToListAsync());
        Assert.Equal("ClosedScope", await desk.InvokeAsync<string>("AfterStream"));
    }

    [Fact]
    public async Task StreamThatItsClientLeaves_ClosesTheScope()
    {
        await using var app = await StartAsync();
        await using var desk = await ConnectAsync(app, "/desk");

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in desk.StreamAsync<string>("Endless", stop.Token))
                stop.Cancel();
        });

        Assert.Equal("ClosedScope", await (await DeskHub.Left.Task).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task ConnectingAndDisconnecting_RunForTheHubsPurpose_AndForNoneWithout()
    {
        await using var app = await StartAsync();
        await (await ConnectAsync(app, "/desk")).DisposeAsync();
        await (await ConnectAsync(app, "/silent")).DisposeAsync();

        Assert.Equal(("support", "billing"), await DeskHub.Seen.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(("NoScope", "NoScope"), await SilentHub.Seen.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task MethodThatFails_ClosesItsScope()
    {
        await using var app = await StartAsync();
        await using var desk = await ConnectAsync(app, "/desk");

        await Assert.ThrowsAsync<HubException>(() => desk.InvokeAsync<string>("Fails"));
        Assert.Equal("ClosedScope", await desk.InvokeAsync<string>("AfterFailure"));
    }

    [Fact]
    public async Task UnknownPurposeOfAMethod_FailsTheStart()
    {
        var failure = await TestApp.FailureAsync(app => app.MapHub<MisspelledHub>("/misspelled"), services => services.AddSignalR());

        Assert.Contains("'Answer' of '/misspelled' is for 'suport'", failure);
    }

    private static Task<TestApp> StartAsync(string? purpose = null)
    {
        DeskHub.Reset();
        SilentHub.Seen = new();
        return TestApp.StartAsync(
            app =>
            {
                var (desk, silent) = (app.MapHub<DeskHub>("/desk"), app.MapHub<SilentHub>("/silent"));
                if (purpose is not null)
                {
                    desk.ForPurpose(purpose);
                    silent.ForPurpose(purpose);
                }
            },
            services => services.AddSignalR());
    }

    private static async Task<HubConnection> ConnectAsync(TestApp app, string path, HttpTransportType transport = HttpTransportType.WebSockets)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(app.Address, path), transport).Build();
        await connection.StartAsync();
        return connection;
    }
}

[ForPurpose("support")]
public class DeskHub : Hub
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
        var after = new TaskCompletionSource();
        Left.SetResult(LateAsync(after.Task));
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
            // Long after the end of the stream, and without the context of whoever sets it.
            _ = Task.Run(async () =>
            {
                await Task.Delay(200, CancellationToken.None);
                after.SetResult();
            }, CancellationToken.None);
        }
    }

    public async Task<string> AfterStream()
    {
        s_after.TrySetResult();
        return await s_left;
    }

    public string Fails()
    {
        s_left = LateAsync(s_after.Task);
        throw new InvalidOperationException();
    }

    public Task<string> AfterFailure() => AfterStream();

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

public sealed class SilentHub : Hub
{
    private static string s_connected = "";

    public static TaskCompletionSource<(string, string)> Seen { get; set; } = new();

    public override Task OnConnectedAsync()
    {
        s_connected = Reading.Now();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Seen.TrySetResult((s_connected, Reading.Now()));
        return Task.CompletedTask;
    }

    public string Class() => Reading.Now();

    public async IAsyncEnumerable<string> Stream()
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Yield();
            yield return Reading.Now();
        }
    }
}

public sealed class MisspelledHub : Hub
{
    [ForPurpose("suport")]
    public string Answer() => "";
}
