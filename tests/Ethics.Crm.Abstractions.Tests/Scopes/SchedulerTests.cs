using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>Code that somebody else runs: schedulers, synchronisation contexts, the finaliser, the thread pool.</summary>
public sealed class SchedulerTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public async Task SchedulerWithAThreadOfItsOwn_KeepsTheScopeOfEachTask()
    {
        using var scheduler = new OneThread();
        Task<Refusal?> inside;
        Task<Refusal?> late;
        using (PurposeScope.Enter("support"))
        {
            inside = Start(() => Reads.Email(_contact));
            Assert.Null(await inside);
            late = new Task<Refusal?>(() => Reads.Email(_contact));
        }

        late.Start(scheduler);
        Assert.Equal(Refusal.ClosedScope, await late);
        Assert.Equal(Refusal.NoScope, await Start(() => Reads.Email(_contact)));

        Task<Refusal?> Start(Func<Refusal?> read) => Task.Factory.StartNew(read, default, TaskCreationOptions.None, scheduler);
    }

    [Fact]
    public async Task SynchronizationContextWithAThreadOfItsOwn_KeepsTheScope_AndSeesNoOther()
    {
        using var scheduler = new OneThread();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Posting(scheduler));
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<(Refusal?, int)> work;
        using (PurposeScope.Enter("support"))
            work = Work();
        SynchronizationContext.SetSynchronizationContext(before);
        goOn.SetResult();

        var (refusal, thread) = await work;
        Assert.Equal((Refusal.ClosedScope, scheduler.ThreadId), (refusal, thread));
        Assert.Equal("billing", await scheduler.Run(() => PurposeScope.Run("billing", () => string.Join(",", PurposeScope.Current))));
        Assert.Equal("", await scheduler.Run(() => string.Join(",", PurposeScope.Current)));

        async Task<(Refusal?, int)> Work()
        {
            await goOn.Task;
            return (Reads.Email(_contact), Environment.CurrentManagedThreadId);
        }
    }

    [Fact]
    public async Task SynchronizationContext_PostsTheScopeAlong()
    {
        using var scheduler = new OneThread();
        var before = SynchronizationContext.Current;
        using var scope = PurposeScope.Enter("support");
        SynchronizationContext.SetSynchronizationContext(new Posting(scheduler));
        try
        {
            await Task.Yield();
            Assert.Equal(scheduler.ThreadId, Environment.CurrentManagedThreadId);
            Assert.Null(Reads.Email(_contact));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public void PostToAPlainContext_TakesTheScopeAlong()
    {
        Refusal? seen = Refusal.NoScope;
        using var done = new ManualResetEventSlim();
        using (PurposeScope.Enter("support"))
        {
            new SynchronizationContext().Post(_ =>
            {
                seen = Reads.Email(_contact);
                done.Set();
            }, null);
            done.Wait();
        }

        Assert.Null(seen);
    }

    [Fact]
    public async Task AsyncParallelLoop_HasTheScopeInEachBody()
    {
        var seen = new ConcurrentBag<Refusal?>();
        using (PurposeScope.Enter("support"))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (_, _) =>
            {
                await Task.Yield();
                seen.Add(Reads.Email(_contact));
            });
        }

        Assert.Equal(200, seen.Count);
        Assert.All(seen, Assert.Null);
    }

    [Fact]
    public async Task QueuedWorkItem_TakesTheScopeAlong()
    {
        using var scope = PurposeScope.Enter("support");
        var done = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.QueueUserWorkItem(_ => done.SetResult(Reads.Email(_contact)));
        Assert.Null(await done.Task);
    }

    [Fact]
    public async Task UnsafeQueuedItemAndWait_HaveNoScope()
    {
        using var scope = PurposeScope.Enter("support");
        var item = new Item(_contact);
        ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal: false);
        Assert.Equal(Refusal.NoScope, await item.Done.Task);

        var waited = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signal = new ManualResetEvent(initialState: true);
        ThreadPool.UnsafeRegisterWaitForSingleObject(signal, (_, _) => waited.TrySetResult(Reads.Email(_contact)), null, -1, executeOnlyOnce: true);
        Assert.Equal(Refusal.NoScope, await waited.Task);
    }

    [Fact]
    public void Finaliser_HasNoScope()
    {
        var seen = new StrongBox<Refusal?>();
        using (PurposeScope.Enter("support"))
        {
            Drop(_contact, seen);
            // Which collection takes it is the runtime's to say; a bounded number of rounds, no clock.
            for (var i = 0; i < 50 && seen.Value is null; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        Assert.Equal(Refusal.NoScope, seen.Value);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop(Contact contact, StrongBox<Refusal?> seen) => _ = new Finalised(contact, seen);
    }

    private sealed class Finalised(Contact contact, StrongBox<Refusal?> seen)
    {
        ~Finalised() => seen.Value = Reads.Email(contact);
    }

    private sealed class Item(Contact contact) : IThreadPoolWorkItem
    {
        public TaskCompletionSource<Refusal?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Execute() => Done.SetResult(Reads.Email(contact));
    }

    private sealed class Posting(OneThread scheduler) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state) => scheduler.Queue(() =>
        {
            SetSynchronizationContext(this);
            callback(state);
        });
    }

    /// <summary>A thread that runs what it is given, flowing nothing by itself.</summary>
    private sealed class OneThread : TaskScheduler, IDisposable
    {
        private readonly BlockingCollection<Action> _work = [];
        private readonly Thread _thread;

        public OneThread()
        {
            _thread = new Thread(() =>
            {
                foreach (var action in _work.GetConsumingEnumerable())
                    action();
            })
            { IsBackground = true };
            _thread.UnsafeStart();
        }

        public int ThreadId => _thread.ManagedThreadId;

        public void Queue(Action action) => _work.Add(action);

        public Task<T> Run<T>(Func<T> function)
        {
            var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            Queue(() => done.SetResult(function()));
            return done.Task;
        }

        public void Dispose()
        {
            // May run on the thread itself, so nothing is waited for.
            _work.CompleteAdding();
        }

        protected override void QueueTask(Task task) => Queue(() => TryExecuteTask(task));

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
