using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>However a request ends, its purpose ends with it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class EndOfRequestTests
{
    [Fact]
    public async Task NextRequestOfAConnection_KnowsNothingOfTheLast()
    {
        var connections = new HashSet<string>();
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/support", (HttpContext context) => Told(context)).ForPurpose("support");
            app.MapGet("/none", (HttpContext context) => Told(context));
            app.MapGet("/forgets", (HttpContext context) =>
            {
                PurposeScope.Enter("billing");
                return Told(context);
            }).ForPurpose("support");
        });

        foreach (var (path, expected) in new[] { ("/support", "support"), ("/none", "NoScope"), ("/forgets", "billing"), ("/none", "NoScope"), ("/support", "support") })
            Assert.Equal(expected, await app.GetAsync(path));
        Assert.Single(connections);

        string Told(HttpContext context)
        {
            connections.Add(context.Connection.Id);
            return Reading.Now();
        }
    }

    [Fact]
    public async Task WorkThatTheRequestLeavesBehind_IsRefused_AndWhatItAwaitsIsNot()
    {
        var after = new TaskCompletionSource();
        Task<string>? left = null;
        await using var app = await TestApp.StartAsync(app => app.MapGet("/", async () =>
        {
            left = Task.Run(async () =>
            {
                await after.Task;
                return Reading.Now();
            });
            return await Task.Run(() => Reading.Now());
        }).ForPurpose("support"));

        Assert.Equal("support", await app.GetAsync("/"));
        // The response is with us a moment before the endpoint has returned: the next one on this connection comes after that.
        await app.GetAsync("/");
        after.SetResult();

        Assert.Equal("ClosedScope", await left!);
    }

    [Fact]
    public async Task Exception_ClosesTheScope_AndThePageForErrorsRunsForItsOwnPurpose()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseExceptionHandler("/error");
            app.UseRouting();
            app.MapGet("/fails", void () => throw new InvalidOperationException(Reading.Now())).ForPurpose("support");
            app.MapGet("/failsLater", async () =>
            {
                await Task.Yield();
                throw new InvalidOperationException(Reading.Now());
#pragma warning disable CS0162 // Says what it would return.
                return "";
#pragma warning restore CS0162
            }).ForPurpose("support");
            app.Map("/error", () => Reading.Now()).ForPurpose("billing");
        });

        foreach (var path in new[] { "/fails", "/failsLater" })
            Assert.Equal("billing", await (await app.Client.GetAsync(path)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task PageForErrorsWithoutPurpose_IsNotInsideTheOneThatFailed()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseStatusCodePagesWithReExecute("/status/{0}");
            app.UseRouting();
            app.MapGet("/missing", () => Results.NotFound()).ForPurpose("support");
            app.MapGet("/status/{code}", () => Reading.Now());
        });

        Assert.Equal("NoScope", await (await app.Client.GetAsync("/missing")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task CancelledRequest_ClosesTheScope()
    {
        var reached = new TaskCompletionSource();
        var ended = new TaskCompletionSource<Task<string>>();
        var after = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                finally
                {
                    after.TrySetResult();
                }
            });
            app.MapGet("/", async (CancellationToken stop) =>
            {
                ended.SetResult(Late(after.Task));
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }).ForPurpose("support");
        });

        using var stop = new CancellationTokenSource();
        var request = app.Client.GetAsync("/", stop.Token);
        await reached.Task;
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal("ClosedScope", await await ended.Task);

        static async Task<string> Late(Task end)
        {
            await end;
            return Reading.Now();
        }
    }
}
