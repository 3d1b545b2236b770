using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.AspNetCore.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class LimitTests
{
    /// <summary>What has been written is an ordinary text: nobody is asked again. Do not cache what rests on consent.</summary>
    [Fact]
    public async Task Limit_CachedResponse_IsServedAfterAWithdrawal()
    {
        var person = new SubjectKey(null, "contact", "1");
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/cached", () => Reading.Outcome(() => new Contact().Hobby)).ForPurpose("newsletter").CacheOutput();
                app.MapGet("/asked", () => Reading.Outcome(() => new Contact().Hobby)).ForPurpose("newsletter");
            },
            services => services.AddOutputCache());
        var ledger = app.Services.GetRequiredService<IConsentLedger>();
        await ledger.GrantAsync(person, "newsletter");
        Assert.Equal("chess", await app.GetAsync("/cached"));
        await ledger.WithdrawAsync(person, "newsletter");

        Assert.Equal("chess", await app.GetAsync("/cached"));
        Assert.Equal("ConsentWithdrawn", await app.GetAsync("/asked"));
    }

    /// <summary>Routing has not chosen it. It is refused, and UsePurposes behind that middleware opens its purposes.</summary>
    [Fact]
    public async Task Limit_EndpointThatAMiddlewareSetsItself_HasNoPurpose_ButBehindUsePurposes()
    {
        foreach (var (isBehind, expected) in new[] { (false, "NoScope"), (true, "support") })
        {
            await using var app = await TestApp.StartAsync(app =>
            {
                app.UseRouting();
                app.Use((HttpContext context, RequestDelegate next) =>
                {
                    context.SetEndpoint(new Endpoint([ForPurpose("support")] (c) => c.Response.WriteAsync(Reading.Now()), new EndpointMetadataCollection(new ForPurposeAttribute("support")), "own"));
                    return next(context);
                });
                if (isBehind)
                    app.UsePurposes();
                app.UseEndpoints(_ => { });
            });

            Assert.Equal(expected, await app.GetAsync("/"));
        }
    }

    /// <summary>SignalR serialises the answer behind all filters, and an asynchronous one in front of ours keeps from there what ours has left.</summary>
    [Fact]
    public async Task Limit_FilterOfAHubThatWasAddedBeforeAddEthicsCrm_KeepsGuardedAnswersFromBeingWritten()
    {
        foreach (var isBefore in new[] { true, false })
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            if (isBefore)
                builder.Services.AddSignalR(o => o.AddFilter<Around>());
            builder.Services.AddEthicsCrm();
            if (!isBefore)
                builder.Services.AddSignalR(o => o.AddFilter<Around>());
            await using var app = builder.Build();
            app.MapHub<DeskHub>("/desk");
            await app.StartAsync();
            await using var desk = new HubConnectionBuilder().WithUrl(new Uri(new Uri(app.Urls.First()), "/desk")).Build();
            await desk.StartAsync();

            Assert.Equal("support", await desk.InvokeAsync<string>("Class"));
            if (isBefore)
                await Assert.ThrowsAnyAsync<Exception>(() => desk.InvokeAsync<Written>("Whole"));
            else
                Assert.Equal("anna@fabrikam.example", (await desk.InvokeAsync<Written>("Whole")).Email);
            await desk.DisposeAsync();
            await app.StopAsync();
            Decisions.HostRegistry.Instance.Reset();
        }
    }

    private sealed class Around : IHubFilter
    {
        public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) => await next(invocationContext);
    }
}
