using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>From where to where the purpose of an endpoint holds.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class RequestTests
{
    [Fact]
    public async Task Serialisation_IsInside_AndIsRefusedWithoutPurpose()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/support", () => new Ticket()).ForPurpose("support");
            app.MapGet("/billing", () => new Ticket()).ForPurpose("billing");
            app.MapGet("/none", () => new Ticket());
        });

        Assert.Contains("anna@fabrikam.example", await app.GetAsync("/support"));
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, await app.StatusAsync("/billing"));
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, await app.StatusAsync("/none"));
    }

    [Fact]
    public async Task FiltersAroundTheHandler_AreInside()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/support", () => "-").ForPurpose("support").AddEndpointFilter(async (context, next) => $"{Reading.Now()}{await next(context)}{Reading.Now()}");
            app.MapGet("/none", () => "-").AddEndpointFilter(async (context, next) => $"{Reading.Now()}{await next(context)}{Reading.Now()}");
        });

        Assert.Equal("support-support", await app.GetAsync("/support"));
        Assert.Equal("NoScope-NoScope", await app.GetAsync("/none"));
    }

    [Fact]
    public async Task StreamedResponse_IsInsideToItsEnd()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/support", Tickets).ForPurpose("support");
            app.MapGet("/none", Tickets);
            app.MapGet("/text", () => Results.Stream(async body =>
            {
                await Task.Yield();
                await body.WriteAsync(Encoding.UTF8.GetBytes(Reading.Now()));
            })).ForPurpose("support");
        });

        Assert.Equal(3, (await app.GetAsync("/support")).Split("anna@").Length - 1);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.GetAsync("/none"));
        Assert.Equal("support", await app.GetAsync("/text"));

        static async IAsyncEnumerable<string> Tickets([EnumeratorCancellation] CancellationToken stop = default)
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Delay(1, stop);
                yield return new Ticket().Email;
            }
        }
    }

    [Fact]
    public async Task OnStarting_IsInside_WhereTheEndpointBeginsTheResponse()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers["seen"] = Reading.Now();
                    return Task.CompletedTask;
                });
                return next(context);
            });
            app.MapGet("/support", () => "text").ForPurpose("support");
            app.MapGet("/none", () => "text");
        });

        Assert.Equal("support", (await app.Client.GetAsync("/support")).Headers.GetValues("seen").Single());
        Assert.Equal("NoScope", (await app.Client.GetAsync("/none")).Headers.GetValues("seen").Single());
    }

    [Fact]
    public async Task Limit_CallbackOfAnEmptyResponse_AndOnCompleted_HaveNoPurpose()
    {
        var completed = new TaskCompletionSource<string>();
        await using var app = await TestApp.StartAsync(app => app.MapGet("/empty", (HttpContext context) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["seen"] = Reading.Now();
                return Task.CompletedTask;
            });
            context.Response.OnCompleted(() =>
            {
                completed.SetResult(Reading.Now());
                return Task.CompletedTask;
            });
        }).ForPurpose("support"));

        Assert.Equal("NoScope", (await app.Client.GetAsync("/empty")).Headers.GetValues("seen").Single());
        Assert.Equal("NoScope", await completed.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task MiddlewareAround_HasNoPurpose_BeforeAndAfter_AlsoNotUntilTheTaskEnds()
    {
        var seen = new List<string>();
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Use(next => context =>
            {
                seen.Add(Reading.Now());
                // Not awaited here: this code runs while the endpoint does.
                var running = next(context);
                seen.Add(Reading.Now());
                return running;
            });
            app.MapGet("/slow", async () =>
            {
                await Task.Delay(20);
                return Reading.Now();
            }).ForPurpose("support");
            app.MapGet("/quick", () => Reading.Now()).ForPurpose("support");
        });

        Assert.Equal("support", await app.GetAsync("/slow"));
        Assert.Equal("support", await app.GetAsync("/quick"));
        Assert.Equal(["NoScope", "NoScope", "NoScope", "NoScope"], seen);
    }

    [Fact]
    public async Task ScopeAroundAnEndpoint_IsReplacedByItsPurpose_AndKeptByOneThatHasNone()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                using (PurposeScope.Enter("billing"))
                {
                    await next(context);
                    context.Response.HttpContext.Items["after"] = Reading.Now();
                    await context.Response.WriteAsync("," + Reading.Now());
                }
            });
            app.MapGet("/support", () => Reading.Now()).ForPurpose("support");
            app.MapGet("/none", () => Reading.Now());
        });

        Assert.Equal("support,billing", await app.GetAsync("/support"));
        Assert.Equal("billing,billing", await app.GetAsync("/none"));
    }

    [Fact]
    public async Task WebSocket_RunsForThePurposeOfItsEndpoint_AsLongAsItIsOpen()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseWebSockets();
            app.Map("/support", Echo).ForPurpose("support");
            app.Map("/none", Echo);
        });

        Assert.Equal(["support", "support"], await TalkAsync(app, "/support"));
        Assert.Equal(["NoScope", "NoScope"], await TalkAsync(app, "/none"));

        static async Task Echo(HttpContext context)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[64];
            while ((await socket.ReceiveAsync(buffer, default)).MessageType != WebSocketMessageType.Close)
                await socket.SendAsync(Encoding.UTF8.GetBytes(Reading.Now()), WebSocketMessageType.Text, true, default);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        }
    }

    private static async Task<string[]> TalkAsync(TestApp app, string path)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = path }.Uri, default);
        var answers = new string[2];
        var buffer = new byte[64];
        for (var i = 0; i < answers.Length; i++)
        {
            await socket.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, true, default);
            answers[i] = Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, default)).Count);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        return answers;
    }
}
