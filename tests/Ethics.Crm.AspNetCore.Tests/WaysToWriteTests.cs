using System.Runtime.CompilerServices;
using System.Text.Json;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using MvcJson = Microsoft.AspNetCore.Mvc.JsonOptions;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>Each way in which an endpoint may write an object: for its purpose, and refused or left out for another.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class WaysToWriteTests
{
    public static TheoryData<string> Ways => ["returned", "task", "result", "typed", "json", "options", "response", "accepted", "problem", "stream", "events", "body", "pipe"];

    [Theory, MemberData(nameof(Ways))]
    public async Task Object_IsWrittenForItsPurpose_AndForAnotherNothingOfItLeaves(string way)
    {
        await using var app = await StartAsync();
        Assert.Contains("anna@fabrikam.example", await app.GetAsync("/support/" + way), StringComparison.Ordinal);
        foreach (var other in new[] { "/billing/", "/none/" })
            Assert.DoesNotContain("anna", await TextOrFailureAsync(app, other + way), StringComparison.Ordinal);
    }

    /// <summary>With JSON that asks the rest is written; options of an endpoint's own ask for themselves.</summary>
    [Theory, MemberData(nameof(Ways))]
    public async Task WithJsonThatAsks_WhatMayNotBeWritten_IsLeftOut(string way)
    {
        await using var app = await StartAsync(static services => services.AddEthicsCrm().AddJson<JsonOptions>(static o => o.SerializerOptions).AddJson<MvcJson>(static o => o.JsonSerializerOptions));
        Assert.Contains("anna@fabrikam.example", await app.GetAsync("/support/" + way), StringComparison.Ordinal);
        var text = await TextOrFailureAsync(app, "/billing/" + way);
        Assert.DoesNotContain("anna", text, StringComparison.Ordinal);
        if (way is not ("options" or "body" or "pipe"))
            Assert.Contains("\"id\":1", text, StringComparison.Ordinal);
    }

    /// <summary>What has been sent has been sent; nothing more follows, and the scope is closed.</summary>
    [Fact]
    public async Task StreamThatFailsMidway_ClosesTheScope_AndTheNextRequestHasItsOwn()
    {
        Task<string>? left = null;
        var after = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/fails", () => Some()).ForPurpose("support");
            app.MapGet("/text", () => Results.Stream(async body =>
            {
                left = Late();
                await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Reading.Now()));
                await body.FlushAsync();
                throw new InvalidOperationException();
            })).ForPurpose("support");
            app.MapGet("/next", () => Reading.Now());
        });

        foreach (var path in new[] { "/fails", "/text" })
        {
            (left, after) = (null, new());
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.GetAsync(path));
            Assert.Equal("NoScope", await app.GetAsync("/next"));
            after.SetResult();
            Assert.Equal("ClosedScope", await left!);
        }

        async IAsyncEnumerable<string> Some([EnumeratorCancellation] CancellationToken stop = default)
        {
            left = Late();
            yield return Reading.Now();
            await Task.Delay(1, stop);
            throw new InvalidOperationException(Reading.Now());
        }

        async Task<string> Late()
        {
            await after.Task;
            // The request's own end is a moment after its last byte.
            while (Reading.Now() == "support")
                await Task.Delay(1);
            return Reading.Now();
        }
    }

    /// <summary>What it hands out is text or bytes: there is nothing that a framework could be given to write responses with.</summary>
    [Fact]
    public async Task StoredObject_ThatAnEndpointReadsBack_IsAsGuardedAsBefore()
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.MapGet("/support", (StorageSerializer storage) => storage.Deserialize<Ticket>(storage.Serialize(new Ticket()))).ForPurpose("support");
                app.MapGet("/billing", (StorageSerializer storage) => storage.Deserialize<Ticket>(storage.Serialize(new Ticket()))).ForPurpose("billing");
                app.MapGet("/serializer", (StorageSerializer storage, HttpContext context) => context.Response.WriteAsJsonAsync(storage)).ForPurpose("support");
            },
            static services => services.AddEthicsCrm().AddStorage());

        Assert.Contains("anna@fabrikam.example", await app.GetAsync("/support"), StringComparison.Ordinal);
        Assert.DoesNotContain("anna", await TextOrFailureAsync(app, "/billing"), StringComparison.Ordinal);
        Assert.Equal("{}", await app.GetAsync("/serializer"));
    }

    private static Task<TestApp> StartAsync(Action<IServiceCollection>? services = null) => TestApp.StartAsync(
        app =>
        {
            foreach (var purpose in new[] { "support", "billing", "" })
            {
                var group = app.MapGroup(purpose.Length == 0 ? "/none" : "/" + purpose);
                if (purpose.Length > 0)
                    group.ForPurpose(purpose);
                group.MapGet("/returned", static () => new Ticket());
                group.MapGet("/task", static async () =>
                {
                    await Task.Yield();
                    return new Ticket();
                });
                group.MapGet("/result", static () => Results.Ok(new Ticket()));
                group.MapGet("/typed", static () => TypedResults.Ok(new Ticket()));
                group.MapGet("/json", static () => Results.Json(new Ticket(), statusCode: 200));
                group.MapGet("/options", static () => Results.Json(new Ticket(), new JsonSerializerOptions()));
                group.MapGet("/response", static (HttpContext context) => context.Response.WriteAsJsonAsync(new Ticket()));
                group.MapGet("/accepted", static () => Results.Accepted("/", new Ticket()));
                group.MapGet("/problem", static () => Results.Problem(statusCode: 200, extensions: new Dictionary<string, object?> { ["of"] = new Ticket() }));
                group.MapGet("/stream", static () => One());
                group.MapGet("/events", static () => TypedResults.ServerSentEvents(One()));
                group.MapGet("/pipe", static (HttpContext context) => JsonSerializer.SerializeAsync(context.Response.BodyWriter, new Ticket()));
                group.MapGet("/body", static (HttpContext context) => JsonSerializer.SerializeAsync(context.Response.Body, new Ticket()));
            }

            static async IAsyncEnumerable<Ticket> One()
            {
                await Task.Yield();
                yield return new Ticket();
            }
        },
        services);

    private static async Task<string> TextOrFailureAsync(TestApp app, string path)
    {
        try
        {
            using var response = await app.Client.GetAsync(path);
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }
}
