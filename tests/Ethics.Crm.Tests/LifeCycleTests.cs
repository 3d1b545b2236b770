using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Starts, stops and failures between them: once asked for, the build's answer never comes back.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LifeCycleTests
{
    private readonly Contact _contact = new() { Id = 7, Email = "value" };

    [Theory, InlineData(true), InlineData(false)]
    public void Logging_AddedBeforeOrAfter_Works(bool after)
    {
        using var folder = new TestHost(start: false);
        var log = new CapturedLog();
        var services = new ServiceCollection();
        if (!after)
            services.AddLogging(b => b.AddProvider(new Provider(log)));
        services.AddEthicsCrm(o => o.PolicyFile = folder.PolicyPath);
        if (after)
            services.AddLogging(b => b.AddProvider(new Provider(log)));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ILogger<LifeCycleTests>>().LogInformation("heard");

        Assert.Equal("heard", Assert.Single(log.Entries).Text);
    }

    [Fact]
    public void WithoutLogging_ItStarts()
    {
        using var folder = new TestHost(start: false);
        using var provider = new ServiceCollection().AddEthicsCrm(o => o.PolicyFile = folder.PolicyPath).Services.BuildServiceProvider();

        provider.UseEthicsCrm();

        Assert.Equal("value", In("support", () => _contact.Email));
    }

    [Fact]
    public void AddEthicsCrm_Twice_AddsOnce_AndBothConfigure()
    {
        using var folder = new TestHost(start: false);
        var services = new ServiceCollection();
        services.AddEthicsCrm(o => o.PolicyFile = "elsewhere.json");
        services.AddEthicsCrm(o => o.PolicyFile = folder.PolicyPath);
        using var provider = services.BuildServiceProvider();

        provider.UseEthicsCrm();

        Assert.Equal("value", In("analytics", () => _contact.Email));
        Assert.Single(services, s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null);
    }

    [Fact]
    public async Task CancelledStart_LeavesNothingPermitted()
    {
        using var folder = new TestHost(start: false);
        Assert.Equal("value", In("support", () => _contact.Email));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Startup(folder).StartingAsync(cancelled.Token));

        Assert.Equal("PolicyUnavailable", In("support", () => _contact.Email));
    }

    [Fact]
    public async Task HostThatFailsBeforeOurTurn_LeavesNothingPermitted()
    {
        using var folder = new TestHost(start: false);
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<IHostedService>(new Failing());
        builder.Services.AddEthicsCrm(o => o.PolicyFile = folder.PolicyPath);
        var host = builder.Build();
        Assert.Equal("value", In("support", () => _contact.Email));

        await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());
        host.Dispose();

        Assert.Equal("PolicyUnavailable", In("support", () => _contact.Email));
    }

    [Fact]
    public void FailedStart_CanBeRepaired()
    {
        using var host = new TestHost("{", start: false);
        Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());
        Assert.Equal("PolicyUnavailable", In("support", () => _contact.Email));

        host.Write("ethics.policy.json", TestHost.Policy);
        host.Services.UseEthicsCrm();

        Assert.Equal("value", In("support", () => _contact.Email));
    }

    [Fact]
    public async Task StoppedHost_CanStartAgain_UnderThePolicyOfThatMoment()
    {
        using var host = new TestHost();
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));

        await Startup(host).StoppedAsync(default);
        Assert.Equal("HostUnknown", In("marketing", () => _contact.Email));
        Assert.Equal(HealthStatus.Unhealthy, (await host.HealthAsync()).Status);

        host.Write("ethics.policy.json", TestHost.Policy.Replace("[\"support\", \"marketing\"", "[\"marketing\""));
        host.Services.UseEthicsCrm();
        Assert.Equal("value", In("marketing", () => _contact.Email));
        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
        Assert.Equal(HealthStatus.Healthy, (await host.HealthAsync()).Status);
    }

    [Fact]
    public async Task StopTwice_AndStartTwice_DoNothingMore()
    {
        using var host = new TestHost();
        host.Services.UseEthicsCrm();
        await Startup(host).StartAsync(default);
        await Startup(host).StoppedAsync(default);
        await Startup(host).StoppedAsync(default);

        Assert.Equal("HostUnknown", In("marketing", () => _contact.Email));
    }

    private static EthicsCrmStartup Startup(TestHost host) => host.Services.GetRequiredService<EthicsCrmStartup>();

    private sealed class Failing : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("not today");

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Provider(CapturedLog log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
