using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Work in the background.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HostedServiceTests
{
    private static TestHost Host(Action<IServiceCollection> services) => BoundHost.Host(all => services(all.AddLogging()));

    [Fact]
    public async Task BackgroundWork_RunsForItsPurpose_UntilItStops_AndTheHostDoesNot()
    {
        var log = new Journal();
        using var host = Host(all => all.AddSingleton(log).AddHostedService<Sender>());
        var sender = Assert.IsAssignableFrom<BackgroundService>(Only(host));

        await sender.StartAsync(CancellationToken.None);
        Assert.Equal("", Now.Purposes);
        await log.Twice.Task;
        await sender.StopAsync(CancellationToken.None);

        Assert.Equal(["marketing", "marketing"], log.Seen.Take(2));
        Assert.Equal("", Now.Purposes);
        Assert.True(sender.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task WorkThatOutlivesItsService_IsRefused()
    {
        var log = new Journal();
        using var host = Host(all => all.AddSingleton(log).AddHostedService<Sender>());
        var sender = Only(host);
        await sender.StartAsync(CancellationToken.None);
        await log.Twice.Task;
        await sender.StopAsync(CancellationToken.None);

        log.Go.SetResult();
        Assert.Equal("", await log.Late.Task);
    }

    [Fact]
    public async Task FailureOfTheWork_IsSeenByTheHost()
    {
        using var host = Host(static all => all.AddHostedService<Failing>());
        var failing = Assert.IsAssignableFrom<BackgroundService>(Only(host));
        await failing.StartAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.ExecuteTask!);
    }

    [Fact]
    public async Task Lifecycle_IsHandedThrough()
    {
        var log = new Journal();
        using var host = Host(all => all.AddSingleton(log).AddHostedService<WithLifecycle>());
        var service = Assert.IsAssignableFrom<IHostedLifecycleService>(Only(host));
        await service.StartingAsync(CancellationToken.None);
        await service.StartAsync(CancellationToken.None);
        await ((BackgroundService)service).ExecuteTask!;
        await service.StoppedAsync(CancellationToken.None);
        Assert.Equal(["starting:support", "work:support", "stopped:support"], log.Seen);
    }

    [Fact]
    public async Task ServiceWithoutBackgroundWork_RunsItsStartAndStopForItsPurpose()
    {
        var log = new Journal();
        using var host = Host(all => all.AddSingleton(log).AddHostedService<Warmup>());
        var warmup = Only(host);
        await warmup.StartAsync(CancellationToken.None);
        await warmup.StopAsync(CancellationToken.None);
        Assert.Equal(["support", "support"], log.Seen);
    }

    [Fact]
    public void WorkForOtherPurposesThanItsStart_FailsTheStart_ByName()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddHostedService<TwoMinds>()));
        Assert.Contains("TwoMinds", failure.Message, StringComparison.Ordinal);
        Assert.Contains("declare different purposes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachItemOfAQueue_HasItsOwnPurpose()
    {
        var log = new Journal();
        using var host = Host(all => all.AddSingleton(log).AddHostedService<Queue>());
        var queue = Only(host);
        await queue.StartAsync(CancellationToken.None);
        await log.Twice.Task;
        await queue.StopAsync(CancellationToken.None);
        Assert.Equal(["support", "billing"], log.Seen);
    }

    private static IHostedService Only(TestHost host) => host.Services.GetServices<IHostedService>().Single(static one => one.GetType().Namespace is "Ethics.Crm.Binding" or "Ethics.Crm.Runtime.Bound" or "Ethics.Crm.Tests.Binding");

    public sealed class Journal
    {
        public List<string> Seen { get; } = [];

        public TaskCompletionSource Twice { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Late { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Note(string text)
        {
            Seen.Add(text);
            if (Seen.Count == 2)
                Twice.SetResult();
        }
    }

    [ForPurpose("marketing")]
    internal sealed class Sender(Journal log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            log.Note(Now.Purposes);
            await Task.Yield();
            log.Note(Now.Purposes);
            _ = Forgotten();
            await Task.Delay(Timeout.Infinite, stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        private async Task Forgotten()
        {
            await log.Go.Task;
            log.Late.SetResult(Now.Purposes);
        }
    }

    [ForPurpose("marketing")]
    internal sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("stops the host");
        }
    }

    [ForPurpose("support")]
    internal sealed class WithLifecycle(Journal log) : BackgroundService, IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Note("starting");

        public Task StartedAsync(CancellationToken cancellationToken) => Note("started");

        public Task StoppingAsync(CancellationToken cancellationToken) => Note("stopping");

        public Task StoppedAsync(CancellationToken cancellationToken) => Note("stopped");

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Note("work");

        private Task Note(string what)
        {
            log.Seen.Add(what + ":" + Now.Purposes);
            return Task.CompletedTask;
        }
    }

    [ForPurpose("support")]
    internal sealed class Warmup(Journal log) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            log.Seen.Add(Now.Purposes);
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            log.Seen.Add(Now.Purposes);
            return Task.CompletedTask;
        }
    }

    [ForPurpose("support")]
    internal sealed class TwoMinds : BackgroundService
    {
        [ForPurpose("billing")]
        public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    /// <summary>Declares nothing: each item says what it is for.</summary>
    internal sealed class Queue(Journal log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            foreach (var purpose in new[] { "support", "billing" })
            {
                await PurposeScope.RunAsync(purpose, async _ =>
                {
                    await Task.Yield();
                    log.Note(Now.Purposes);
                }, stoppingToken);
            }
        }
    }
}
