using System.Threading.Channels;
using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>Where the purpose goes with the code.</summary>
public sealed class ContextSwitchTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public async Task Await_KeepsTheScopeOnWhateverThreadGoesOn()
    {
        using var scope = PurposeScope.Enter("support");
        await Task.Yield();
        Assert.Null(Reads.Email(_contact));
        Assert.Null(await AnyThread());
        Assert.Null(Reads.Email(_contact));

        async Task<Refusal?> AnyThread()
        {
            await Task.Run(() => { }).ConfigureAwait(false);
            return Reads.Email(_contact);
        }
    }

    [Fact]
    public async Task ScopeOpenedInAnAwaitedMethod_EndsWithTheMethod()
    {
        await OpenAndForget();
        Assert.Empty(PurposeScope.Current);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));

        static async Task OpenAndForget()
        {
            PurposeScope.Enter("support");
            await Task.Yield();
            Assert.Equal(["support"], PurposeScope.Current);
        }
    }

    [Fact]
    public async Task ScopeClosedInAnAwaitedMethod_IsClosedForTheCallerToo()
    {
        var scope = PurposeScope.Enter("support");
        await Close(scope);
        Assert.Empty(PurposeScope.Current);
        Assert.Equal(Refusal.ClosedScope, Reads.Email(_contact));

        static async Task Close(PurposeScope scope)
        {
            await Task.Yield();
            scope.Dispose();
        }
    }

    [Fact]
    public async Task TaskRun_TakesTheScopeAlong()
    {
        using (PurposeScope.Enter("support"))
            Assert.Null(await Task.Run(() => Reads.Email(_contact)));
        Assert.Equal(Refusal.NoScope, await Task.Run(() => Reads.Email(_contact)));
    }

    [Fact]
    public void Thread_TakesTheScopeAlong()
    {
        Refusal? inside = Refusal.NoScope;
        using (PurposeScope.Enter("support"))
        {
            var thread = new Thread(() => inside = Reads.Email(_contact));
            thread.Start();
            thread.Join();
        }

        Assert.Null(inside);
    }

    [Fact]
    public void UnsafeStartedThread_HasNoScope()
    {
        Refusal? inside = null;
        using (PurposeScope.Enter("support"))
        {
            var thread = new Thread(() => inside = Reads.Email(_contact));
            thread.UnsafeStart();
            thread.Join();
        }

        Assert.Equal(Refusal.NoScope, inside);
    }

    [Fact]
    public async Task SuppressedFlow_LosesTheScopeThereAndKeepsItHere()
    {
        using var scope = PurposeScope.Enter("support");
        Task<Refusal?> elsewhere;
        using (ExecutionContext.SuppressFlow())
            elsewhere = Task.Run(() => Reads.Email(_contact));
        Assert.Null(Reads.Email(_contact));
        Assert.Equal(Refusal.NoScope, await elsewhere);
    }

    [Fact]
    public async Task UnsafeQueuedWork_HasNoScope()
    {
        using var scope = PurposeScope.Enter("support");
        var done = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(_ => done.SetResult(Reads.Email(_contact)), null);
        Assert.Equal(Refusal.NoScope, await done.Task);
    }

    [Fact]
    public void ParallelLoop_HasTheScopeInEachBody()
    {
        var refusals = 0;
        using (PurposeScope.Enter("support"))
            Parallel.For(0, 2_000, _ => { if (Reads.Email(_contact) is not null) Interlocked.Increment(ref refusals); });
        Assert.Equal(0, refusals);

        Parallel.For(0, 100, _ => { if (Reads.Email(_contact) == Refusal.NoScope) Interlocked.Increment(ref refusals); });
        Assert.Equal(100, refusals);
    }

    [Fact]
    public void ScopesInParallelBodies_DoNotMeetEachOther()
    {
        var wrong = 0;
        Parallel.For(0, 2_000, i =>
        {
            var name = "p" + i;
            using (PurposeScope.Enter(name))
            {
                Thread.Yield();
                if (PurposeScope.Current is not [var only] || only != name)
                    Interlocked.Increment(ref wrong);
            }
        });
        Assert.Equal(0, wrong);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void ParallelQuery_HasTheScope()
    {
        using (PurposeScope.Enter("support"))
            Assert.All(Seen(), Assert.Null);
        using (PurposeScope.Enter("credit"))
            Assert.All(Seen(), refusal => Assert.Equal(Refusal.NotPermitted, refusal));
        Assert.All(Seen(), refusal => Assert.Equal(Refusal.NoScope, refusal));

        // Several threads, also on a machine that would do it on one.
        List<Refusal?> Seen() => [.. Enumerable.Range(0, 200).AsParallel().WithDegreeOfParallelism(4).WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(_ => Reads.Email(_contact))];
    }

    [Fact]
    public void ParallelQueryThatIsAskedAfterItsScope_HasNone()
    {
        ParallelQuery<Refusal?> query;
        using (PurposeScope.Enter("support"))
            query = Enumerable.Range(0, 200).AsParallel().WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(_ => Reads.Email(_contact));
        Assert.All(query.ToList(), refusal => Assert.Equal(Refusal.NoScope, refusal));
    }

    [Fact]
    public async Task WorkThroughAChannel_RunsUnderTheConsumersPurpose()
    {
        var channel = Channel.CreateUnbounded<Contact>();
        using (PurposeScope.Enter("support"))
            await channel.Writer.WriteAsync(_contact);
        channel.Writer.Complete();

        using (PurposeScope.Enter("credit"))
            await foreach (var contact in channel.Reader.ReadAllAsync())
                Assert.Equal(Refusal.NotPermitted, Reads.Email(contact));
    }

    [Fact]
    public async Task OwnSchedulerAndSynchronizationContext_KeepTheScope()
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        using var scope = PurposeScope.Enter("support");
        Assert.Null(await Task.Factory.StartNew(() => Reads.Email(_contact), default, TaskCreationOptions.None, scheduler));

        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Inline());
        try
        {
            await Task.Yield();
            Assert.Null(Reads.Email(_contact));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public async Task EveryMirrorAgreesWithItsFlow_UnderLoad()
    {
        var wrong = 0;
        var tasks = Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                using (PurposeScope.Enter("w" + worker))
                {
                    if (i % 3 == 0)
                        await Task.Yield();
                    using (PurposeScope.Enter("inner" + worker))
                        await Task.Yield();
                    if (PurposeScope.Current is not [var name] || name != "w" + worker)
                        Interlocked.Increment(ref wrong);
                }

                if (PurposeScope.Current.Count != 0)
                    Interlocked.Increment(ref wrong);
            }
        })).ToArray();
        await Task.WhenAll(tasks);
        Assert.Equal(0, wrong);
    }

    private sealed class Inline : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state) => callback(state);
    }
}
