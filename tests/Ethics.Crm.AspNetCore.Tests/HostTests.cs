using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Ethics.Crm.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>The ways in which applications are put together: none of them has a line for us but <c>AddEthicsCrm</c>.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HostTests
{
    [Fact]
    public async Task Startup_OfTheOldKind_WithRoutingAndEndpointsOfItsOwn()
    {
        using var host = await StartAsync(Map);
        using var client = ClientOf(host);

        Assert.Equal("support", await client.GetStringAsync("/support"));
        Assert.Equal("NoScope", await client.GetStringAsync("/none"));
        await StopAsync(host);

        static void Map(IApplicationBuilder app)
        {
            app.UseRouting();
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapGet("/support", () => Reading.Now()).ForPurpose("support");
                endpoints.MapGet("/none", () => Reading.Now());
            });
        }
    }

    [Fact]
    public async Task Startup_WithUsePurposesBeforeRouting_DoesNotStart_AlsoWithoutRoutingAtAll()
    {
        foreach (var wrong in new Action<IApplicationBuilder>[]
                 {
                     app => app.UsePurposes().UseRouting().UseEndpoints(endpoints => endpoints.MapGet("/", () => "")),
                     app => app.UsePurposes().Run(context => context.Response.WriteAsync("")),
                 })
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(wrong));
            Assert.Contains("app.UsePurposes() stands before app.UseRouting()", failure.Message);
            HostRegistry.Instance.Reset();
        }
    }

    [Fact]
    public async Task SlimBuilder_NeedsNothingMore()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEthicsCrm();
        await using var app = builder.Build();
        app.MapGet("/support", () => Reading.Now()).ForPurpose("support");
        app.MapGet("/attribute", [ForPurpose("billing")] () => Reading.Now());
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal("support", await client.GetStringAsync("/support"));
        Assert.Equal("billing", await client.GetStringAsync("/attribute"));
        await app.StopAsync();
        HostRegistry.Instance.Reset();
    }

    [Fact]
    public async Task Branch_WithRoutingOfItsOwn_IsBoundToo()
    {
        await using var app = await TestApp.StartAsync(app => app.Map("/branch", branch => branch
            .UseRouting().UsePurposes()
            .UseEndpoints(endpoints => endpoints.MapGet("/support", () => Reading.Now()).ForPurpose("support"))));

        Assert.Equal("support", await app.GetAsync("/branch/support"));
    }

    [Fact]
    public async Task EndpointThatSkipsTheRestOfThePipeline_IsBoundToo()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseRouting();
            app.Use((HttpContext context, RequestDelegate _) => context.Response.WriteAsync("not reached"));
            app.MapGet("/short", () => Reading.Now()).ForPurpose("support").ShortCircuit();
            app.MapGet("/long", () => Reading.Now()).ForPurpose("support");
        });

        Assert.Equal("support", await app.GetAsync("/short"));
        Assert.Equal("not reached", await app.GetAsync("/long"));
    }

    [Fact]
    public async Task Authorisation_WorksForTheEndpoint_BehindUsePurposesAlone()
    {
        var seen = new List<string>();
        foreach (var isInside in new[] { false, true })
        {
            await using var app = await TestApp.StartAsync(
                app =>
                {
                    app.UseRouting();
                    if (isInside)
                        app.UsePurposes();
                    app.UseAuthorization();
                    app.MapGet("/", () => Reading.Now()).ForPurpose("support").RequireAuthorization(p => p.RequireAssertion(_ =>
                    {
                        seen.Add(Reading.Now());
                        return true;
                    }));
                },
                services => services.AddAuthorization());
            Assert.Equal("support", await app.GetAsync("/"));
        }

        Assert.Equal(["NoScope", "support"], seen);
    }

    [Fact]
    public async Task ScopeThatAMiddlewareOpensBehindUsePurposes_IsNotTheEndpoints()
    {
        var afterwards = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseRouting();
            app.UsePurposes();
            app.Use(async (_, next) =>
            {
                using (PurposeScope.Enter("newsletter"))
                {
                    await next();
                    afterwards.SetResult(Reading.Now());
                }
            });
            app.MapGet("/", () => Reading.Now()).ForPurpose("support");
        });
        Assert.Equal("support", await app.GetAsync("/"));
        Assert.Equal("NotPermitted", await afterwards.Task);
    }

    [Fact]
    public async Task TwoApplicationsInOneProcess_EachAskTheirOwnPeople()
    {
        await using var one = await TestApp.StartAsync(Map);
        await using var other = await TestApp.StartAsync(Map);
        await one.Services.GetRequiredService<IConsentLedger>().GrantAsync(new SubjectKey(null, "contact", "1"), "newsletter");

        Assert.Equal("chess", await one.GetAsync("/"));
        Assert.Equal("ConsentMissing", await other.GetAsync("/"));

        static void Map(WebApplication app) => app.MapGet("/", () => Reading.Outcome(() => new Contact().Hobby)).ForPurpose("newsletter");
    }

    [Fact]
    public async Task ChangedPolicy_SaysAnew_WhatCodeWithoutDeclarationWorksFor()
    {
        var folder = Directory.CreateTempSubdirectory("ethics-crm-web-").FullName;
        var policy = Path.Combine(folder, "ethics.policy.json");
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ethics.policy.json"));
        await File.WriteAllTextAsync(policy, text);
        await using (var app = await TestApp.StartAsync(app => app.MapGet("/", OfPolicy.Bills.Answer), policy: policy))
        {
            Assert.Equal("billing", await app.GetAsync("/"));

            await File.WriteAllTextAsync(policy, text.Replace("**\": [\"billing\"]", "**\": [\"support\"]"));
            Assert.True(app.Services.GetRequiredService<DependencyInjection.EthicsCrmStartup>().Reload());
            Assert.Equal("support", await app.GetAsync("/"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task EndpointKeepsItsNameItsRouteAndItsMetadata()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/tickets/{id}", (int id, HttpContext context) =>
            $"{id} {context.GetEndpoint()!.DisplayName} {((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText} {context.GetEndpoint()!.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName}").WithName("ticket").ForPurpose("support"));

        Assert.Equal("7 HTTP: GET /tickets/{id} => ticket /tickets/{id} ticket".Replace(" => ticket", ""), (await app.GetAsync("/tickets/7")).Replace(" => ticket", ""));
    }

    private static async Task<IHost> StartAsync(Action<IApplicationBuilder> configure)
    {
        var host = new HostBuilder()
            .ConfigureWebHost(web => web.UseKestrel().UseUrls("http://127.0.0.1:0").UseSetting(WebHostDefaults.ApplicationKey, typeof(HostTests).Assembly.GetName().Name)
                .ConfigureServices(services => services.AddRouting().AddEthicsCrm()).Configure(configure))
            .Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static HttpClient ClientOf(IHost host) => new()
    {
        BaseAddress = new Uri(host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First()),
    };

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        HostRegistry.Instance.Reset();
    }
}
