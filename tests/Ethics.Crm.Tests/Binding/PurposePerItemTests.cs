using System.Threading.Channels;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Loops whose items are for different purposes: what each of them runs for, what the loop works for between two, and what the next one runs for, in a program whose services are bound.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PurposePerItemTests
{
    private static readonly string[] s_items = ["support", "billing", "fails", "support"];

    private static TestHost Host(Journal journal, Action<IServiceCollection> services) => BoundHost.Host(all => services(all.AddLogging().AddSingleton(journal)));

    private static async Task<IReadOnlyList<string>> RunAsync<TService>(Func<TestHost, Journal, Task> feed)
        where TService : class, IHostedService
    {
        var journal = new Journal();
        using var host = Host(journal, static all => all.AddHostedService<TService>());
        var service = host.Services.GetServices<IHostedService>().Single(static one => one.GetType().Namespace is "Ethics.Crm.Binding" or "Ethics.Crm.Runtime.Bound" or "Ethics.Crm.Tests.Binding");
        await service.StartAsync(CancellationToken.None);
        await feed(host, journal);
        await service.StopAsync(CancellationToken.None);
        Assert.Equal("", Now.Purposes);
        return journal.Seen;
    }

    /// <param name="between">What the loop itself works for.</param>
    private static string[] EachForItsOwn(string between) =>
        [.. s_items.SelectMany(item => item == "fails" ? new[] { "in:analytics", "after:" + between } : ["in:" + item, "still:" + item, "after:" + between])];

    [Fact]
    public async Task TickOfAPeriodicTimer_RunsForItsItem_AndTheLoopForNothing() =>
        Assert.Equal(EachForItsOwn(""), await RunAsync<Ticking>(TickAsync));

    [Fact]
    public async Task TickOfAPeriodicTimer_InAServiceThatDeclares_RunsForItsItem_AndTheLoopForWhatTheServiceDeclares() =>
        Assert.Equal(EachForItsOwn("marketing"), await RunAsync<DeclaringTicking>(TickAsync));

    /// <summary>The writer has a purpose of his own, in which the readers are resumed.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task ItemOfAChannel_RunsForItself_AndTheLoopForNothing_WhateverTheWriterWorksFor(bool inline)
    {
        var items = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { AllowSynchronousContinuations = inline });
        Draining.Source = items.Reader;
        Assert.Equal(EachForItsOwn(""), await RunAsync<Draining>(async (_, journal) =>
        {
            foreach (var item in s_items)
            {
                using (PurposeScope.Enter("fraud"))
                    Assert.True(items.Writer.TryWrite(item));
                await journal.NextAsync();
            }
        }));
    }

    [Fact]
    public async Task CallbackOfATimer_RunsForItsItem_AndTheNextForItsOwn()
    {
        var journal = new Journal();
        using var host = Host(journal, static all => all.AddSingleton<IHandle<Question>, Answers>().AddSingleton<IHandle<Invoice>, Bills>());
        var due = new Queue<Func<Task>>();
        using var timer = new Timer(async _ =>
        {
            await due.Dequeue()();
            journal.Done();
        });
        // Whoever sets the timer off has a purpose, of which its callback knows nothing.
        foreach (var item in new Func<Task>[] { () => Handle(new Question()), () => Handle(new Invoice()), () => Handle(new Question()) })
        {
            due.Enqueue(item);
            using (PurposeScope.Enter("fraud"))
                timer.Change(0, Timeout.Infinite);
            await journal.NextAsync();
        }

        Assert.Equal(["in:support", "still:support", "after:", "in:billing", "still:billing", "after:", "in:support", "still:support", "after:"], journal.Seen);

        async Task Handle<TMessage>(TMessage message)
        {
            await host.Services.GetRequiredService<IHandle<TMessage>>().HandleAsync(message);
            journal.Note("after");
        }
    }

    /// <summary>As a bus does it: a scope of the container for each message, and the handler that is registered for it.</summary>
    [Fact]
    public async Task BoundHandler_RunsForWhatItDeclares_ForEachMessage_AndTheBusForNothing()
    {
        var journal = new Journal();
        using var host = Host(journal, static all => all.AddScoped<IHandle<Question>, Answers>().AddScoped<IHandle<Invoice>, Bills>().AddScoped<IHandle<Note>, Keeps>());
        object[] messages = [new Question(), new Invoice(), new Note(), new Question()];
        foreach (var message in messages)
        {
            await using var scope = host.Services.CreateAsyncScope();
            await (message switch
            {
                Question one => scope.ServiceProvider.GetRequiredService<IHandle<Question>>().HandleAsync(one),
                Invoice one => scope.ServiceProvider.GetRequiredService<IHandle<Invoice>>().HandleAsync(one),
                _ => scope.ServiceProvider.GetRequiredService<IHandle<Note>>().HandleAsync((Note)message),
            });
            journal.Note("after");
        }

        // The one that declares nothing works for its caller, the bus, and so for nothing.
        Assert.Equal(
            ["in:support", "still:support", "after:", "in:billing", "still:billing", "after:", "in:", "still:", "after:", "in:support", "still:support", "after:"], journal.Seen);
    }

    private static async Task TickAsync(TestHost host, Journal journal)
    {
        foreach (var _ in s_items)
        {
            await journal.UntilItWaitsAsync();
            using (PurposeScope.Enter("fraud"))
                host.Clock.Advance(TimeSpan.FromMinutes(1));
            await journal.NextAsync();
        }
    }

    /// <summary>One item for its own purpose, of which the third fails half-way.</summary>
    private static async Task ItemAsync(string item, Journal journal, CancellationToken cancellationToken)
    {
        try
        {
            await PurposeScope.RunAsync(item == "fails" ? "analytics" : item, async _ =>
            {
                journal.Note("in");
                await Task.Yield();
                if (item == "fails")
                    throw new InvalidOperationException();
                journal.Note("still");
            }, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            // The loop goes on.
        }

        journal.Note("after");
        journal.Done();
    }

    public sealed class Journal
    {
        // Against a loop that hangs, not against a slow machine.
        private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

        private readonly SemaphoreSlim _waiting = new(0);
        private readonly SemaphoreSlim _done = new(0);

        public List<string> Seen { get; } = [];

        public void Note(string where) => Seen.Add(where + ":" + Now.Purposes);

        public void Waits() => _waiting.Release();

        public void Done() => _done.Release();

        public async Task UntilItWaitsAsync() => Assert.True(await _waiting.WaitAsync(s_limit));

        public async Task NextAsync() => Assert.True(await _done.WaitAsync(s_limit));
    }

    private static async Task LoopAsync(Journal journal, TimeProvider clock, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        foreach (var item in s_items)
        {
            var tick = timer.WaitForNextTickAsync(stoppingToken);
            journal.Waits();
            if (await tick)
                await ItemAsync(item, journal, stoppingToken);
        }
    }

    internal sealed class Ticking(Journal journal, TimeProvider clock) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => LoopAsync(journal, clock, stoppingToken);
    }

    [ForPurpose("marketing")]
    internal sealed class DeclaringTicking(Journal journal, TimeProvider clock) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => LoopAsync(journal, clock, stoppingToken);
    }

    internal sealed class Draining(Journal journal) : BackgroundService
    {
        public static ChannelReader<string> Source { get; set; } = null!;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var item in Source.ReadAllAsync(stoppingToken))
                await ItemAsync(item, journal, stoppingToken);
        }
    }

    public sealed record Question;

    public sealed record Invoice;

    public sealed record Note;

    public interface IHandle<in TMessage>
    {
        Task HandleAsync(TMessage message);
    }

    [ForPurpose("support")]
    internal sealed class Answers(Journal journal) : IHandle<Question>
    {
        public Task HandleAsync(Question message) => BothAsync(journal);
    }

    [ForPurpose("billing")]
    internal sealed class Bills(Journal journal) : IHandle<Invoice>
    {
        public Task HandleAsync(Invoice message) => BothAsync(journal);
    }

    internal sealed class Keeps(Journal journal) : IHandle<Note>
    {
        public Task HandleAsync(Note message) => BothAsync(journal);
    }

    private static async Task BothAsync(Journal journal)
    {
        journal.Note("in");
        await Task.Yield();
        journal.Note("still");
    }
}
