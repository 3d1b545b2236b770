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
    public async Task AnswerAndElementsOfAStream_AreWrittenForTheMethodsPurpose_AndForNoneOtherwise()
    {
        await using var app = await StartAsync();
        await using var desk = await ConnectAsync(app, "/desk");
        await using var silent = await ConnectAsync(app, "/silent");

        Assert.Equal("anna@fabrikam.example", (await desk.InvokeAsync<Written>("Whole")).Email);
        Assert.Equal(["anna@fabrikam.example"], (await desk.StreamAsync<Written>("Wholes").ToListAsync()).Select(t => t.Email));
        await Assert.ThrowsAnyAsync<Exception>(() => desk.InvokeAsync<Written>("WholeForBilling"));

        await Assert.ThrowsAnyAsync<Exception>(() => silent.InvokeAsync<Written>("Whole"));
    }

    [Fact]
    public async Task WhatMayNotBeWritten_IsLeftOutWithJson_AndTheConnectionStays()
    {
        await using var app = await StartAsync(json: true);
        await using var desk = await ConnectAsync(app, "/desk");

        Assert.NotEqual("anna@fabrikam.example", (await desk.InvokeAsync<Written>("WholeForBilling")).Email);
        Assert.Equal("anna@fabrikam.example", (await desk.InvokeAsync<Written>("Whole")).Email);
        Assert.Equal(HubConnectionState.Connected, desk.State);
    }

    [Fact]
    public async Task WhatAMethodSends_IsWrittenForItsPurpose_AndWhatItLeftBehindSendsNothing()
    {
        await using var app = await StartAsync();
        await using var desk = await ConnectAsync(app, "/desk");
        var told = System.Threading.Channels.Channel.CreateUnbounded<string>();
        desk.On<Written>("ticket", t => told.Writer.TryWrite(t.Email));

        Assert.Equal("support", await desk.InvokeAsync<string>("Sends"));
        Assert.Equal("anna@fabrikam.example", await told.Reader.ReadAsync());

        // SignalR gives up a connection to which something could not be written.
        await Assert.ThrowsAnyAsync<Exception>(() => desk.InvokeAsync<string>("AfterSending"));
        Assert.False(told.Reader.TryRead(out _));
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
    public async Task ChannelThatNeverEnds_ClosesTheScopeWithItsConnection()
    {
        await using var app = await StartAsync();
        var desk = await ConnectAsync(app, "/desk");
        await using (desk)
        {
            await foreach (var first in desk.StreamAsync<string>("EndlessChannel"))
            {
                Assert.Equal("support", first);
                break;
            }
        }

        Assert.Equal("ClosedScope", await (await DeskHub.Left.Task).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task StreamOfAConnectionThatIsGone_ClosesTheScope_WhereItIsAskedFor_AfterItHasTidiedUp(bool isAskedFor)
    {
        using var aborted = new CancellationTokenSource();
        var scope = PurposeScope.Enter("support");
        var held = (IAsyncEnumerable<string>)Endpoints.Hubs.HubStream.Hold(SomeAsync(), ((Func<IAsyncEnumerable<string>>)SomeAsync).Method, scope, aborted.Token)!;
        var steps = isAskedFor ? held.GetAsyncEnumerator(CancellationToken.None) : null;
        Assert.Equal(["support"], PurposeScope.Current);
        aborted.Cancel();

        Assert.Equal(isAskedFor ? ["support"] : [], PurposeScope.Current);
        if (steps is not null)
            await steps.DisposeAsync();
        Assert.Empty(PurposeScope.Current);

        static async IAsyncEnumerable<string> SomeAsync()
        {
            await Task.Yield();
            yield return "";
        }
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

    private static Task<TestApp> StartAsync(string? purpose = null, bool json = false)
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
            services =>
            {
                services.AddSignalR();
                if (json)
                    services.AddEthicsCrm().AddJson<JsonHubProtocolOptions>(o => o.PayloadSerializerOptions);
            });
    }

    private static async Task<HubConnection> ConnectAsync(TestApp app, string path, HttpTransportType transport = HttpTransportType.WebSockets)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(app.Address, path), transport).Build();
        await connection.StartAsync();
        return connection;
    }
}
