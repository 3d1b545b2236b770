using System.Runtime.CompilerServices;
using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>
/// What is started or handed over while the flow of the context is suppressed, or by a call that suppresses it. Where the pool runs it, there is no purpose and reads are refused. Where somebody else runs it,
/// it works for whatever he does, which only the build can see (ECRM1107). Beside each the form that flows.
/// </summary>
public sealed class SuppressedFlowTests
{
    private readonly Contact _contact = Contact.Sample();

    // A timer that nobody holds may be collected before it fires.
    private readonly List<IDisposable> _held = [];

    [Fact]
    public async Task WhatThePoolRuns_HasNoScope()
    {
        var seen = new List<Task<Refusal?>>();
        using (PurposeScope.Enter("support"))
        {
            using (ExecutionContext.SuppressFlow())
            {
                seen.Add(Task.Run(() => Reads.Email(_contact)));
                seen.Add(Task.Factory.StartNew(() => Reads.Email(_contact), default, TaskCreationOptions.None, TaskScheduler.Default));
                seen.Add(Task.CompletedTask.ContinueWith(_ => Reads.Email(_contact), default, TaskContinuationOptions.None, TaskScheduler.Default));
                seen.Add(Later(done => ThreadPool.QueueUserWorkItem(_ => done())));
                seen.Add(Later(done => new Thread(() => done()).Start()));
                seen.Add(Later(done => _held.Add(new Timer(_ => done(), null, 0, Timeout.Infinite))));
            }

            Assert.All(await Task.WhenAll(seen), static refusal => Assert.Equal(Refusal.NoScope, refusal));
        }
    }

    [Fact]
    public async Task WhatThePoolRuns_HasTheScope_WhereItFlows()
    {
        using var scope = PurposeScope.Enter("support");
        List<Task<Refusal?>> seen =
        [
            Task.Run(() => Reads.Email(_contact)),
            Later(done => ThreadPool.QueueUserWorkItem(_ => done())),
            Later(done => _held.Add(new Timer(_ => done(), null, 0, Timeout.Infinite))),
        ];
        Assert.All(await Task.WhenAll(seen), Assert.Null);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task TimerOfSuppressedFlow_IsForNobody_AlsoWhereAnotherPurposeChangesIt(bool suppressed)
    {
        var done = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = Make();
        using (PurposeScope.Enter("support"))
        {
            timer.Change(0, Timeout.Infinite);
            Assert.Equal(Refusal.NoScope, await done.Task);
        }

        Timer Make()
        {
            if (!suppressed)
                return new Timer(_ => done.TrySetResult(Reads.Email(_contact)), null, Timeout.Infinite, Timeout.Infinite);
            using (ExecutionContext.SuppressFlow())
                return new Timer(_ => done.TrySetResult(Reads.Email(_contact)), null, Timeout.Infinite, Timeout.Infinite);
        }
    }

    [Fact]
    public async Task Limit_ContinuationRegisteredUnderSuppressedFlow_RunsUnderTheCompletersPurpose()
    {
        Refusal? seen = Refusal.NoScope;
        var source = new TaskCompletionSource();
        Task continuation;
        using (ExecutionContext.SuppressFlow())
            continuation = source.Task.ContinueWith(_ => seen = Reads.Email(_contact), default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using (PurposeScope.Enter("support"))
            source.SetResult();
        await continuation;
        Assert.Null(seen);
    }

    [Fact]
    public async Task ContinuationThatFlows_RunsUnderItsOwnPurpose_AlsoInsideTheCompleter()
    {
        Refusal? seen = null;
        var source = new TaskCompletionSource();
        var continuation = source.Task.ContinueWith(_ => seen = Reads.Email(_contact), default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using (PurposeScope.Enter("support"))
            source.SetResult();
        await continuation;
        Assert.Equal(Refusal.NoScope, seen);
    }

    /// <summary>Behind its first await, a method that was called so is resumed by whoever completes what it waits for; its own scope is gone.</summary>
    [Theory]
    [InlineData(true, "credit", null)]
    [InlineData(false, "credit", Refusal.NotPermitted)]
    [InlineData(false, "support", null)]
    public async Task Limit_MethodCalledUnderSuppressedFlow_GoesOnUnderTheCompletersPurpose_OneThatFlowsUnderItsOwn(bool suppressed, string own, Refusal? expected)
    {
        var source = new TaskCompletionSource();
        Task<Refusal?> waiting;
        if (suppressed)
        {
            using (ExecutionContext.SuppressFlow())
                waiting = Wait();
        }
        else
        {
            waiting = Wait();
        }

        await CompleteAsync(source);
        Assert.Equal(expected, await waiting);

        async Task<Refusal?> Wait()
        {
            using var scope = PurposeScope.Enter(own);
            await source.Task.ConfigureAwait(false);
            return Reads.Email(_contact);
        }
    }

    [Fact]
    public async Task MethodCalledUnderSuppressedFlow_IsRefused_WhereThePoolResumesIt_AndKeepsAScopeThatItOpensThere()
    {
        Task<(Refusal? Own, Refusal? New)> waiting;
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (ExecutionContext.SuppressFlow())
            waiting = Wait();
        using (PurposeScope.Enter("support"))
            source.SetResult();
        Assert.Equal((Refusal.NoScope, null), await waiting);

        async Task<(Refusal?, Refusal?)> Wait()
        {
            Refusal? own;
            using (PurposeScope.Enter("support"))
            {
                await source.Task.ConfigureAwait(false);
                own = Reads.Email(_contact);
            }

            using (PurposeScope.Enter("support"))
            {
                await Task.Yield();
                return (own, Reads.Email(_contact));
            }
        }
    }

    [Fact]
    public async Task Limit_TaskMadeUnderSuppressedFlow_RunsUnderThePurposeOfWhoeverRunsItHere()
    {
        Task<Refusal?> alone;
        using (ExecutionContext.SuppressFlow())
            alone = new Task<Refusal?>(() => Reads.Email(_contact));
        var flowing = new Task<Refusal?>(() => Reads.Email(_contact));
        using (PurposeScope.Enter("support"))
        {
            alone.RunSynchronously(TaskScheduler.Default);
            flowing.RunSynchronously(TaskScheduler.Default);
        }

        Assert.Null(await alone);
        Assert.Equal(Refusal.NoScope, await flowing);
    }

    [Fact]
    public async Task Limit_UnsafeCompletion_RunsUnderTheCompletersPurpose_OneThatFlowsUnderItsOwn()
    {
        Refusal? alone = Refusal.NoScope;
        Refusal? flowing = null;
        TaskCompletionSource first = new(), second = new();
        AwaiterOf(first.Task).UnsafeOnCompleted(() => alone = Reads.Email(_contact));
        AwaiterOf(second.Task).OnCompleted(() => flowing = Reads.Email(_contact));
        await CompleteAsync(first);
        await CompleteAsync(second);
        Assert.Equal((null, Refusal.NoScope), (alone, flowing));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Limit_UnsafeRegisteredCallback_RunsUnderTheCancellersPurpose(bool bySuppressedFlow)
    {
        Refusal? seen = Refusal.NoScope;
        using var source = new CancellationTokenSource();
        using var registration = Register();
        using (PurposeScope.Enter("support"))
            source.Cancel();
        Assert.Null(seen);

        CancellationTokenRegistration Register()
        {
            if (!bySuppressedFlow)
                return source.Token.UnsafeRegister(_ => seen = Reads.Email(_contact), null);
            using (ExecutionContext.SuppressFlow())
                return source.Token.Register(() => seen = Reads.Email(_contact));
        }
    }

    [Fact]
    public void RegisteredCallback_RunsUnderThePurposeOfItsRegistration()
    {
        Refusal? open = null;
        Refusal? closed = null;
        using var source = new CancellationTokenSource();
        using var first = source.Token.Register(() => open = Reads.Email(_contact));
        CancellationTokenRegistration second;
        using (PurposeScope.Enter("billing"))
            second = source.Token.Register(() => closed = Reads.Email(_contact));
        using (PurposeScope.Enter("support"))
            source.Cancel();
        Assert.Equal((Refusal.NoScope, Refusal.ClosedScope), (open, closed));
        second.Dispose();
    }

    /// <summary>On a thread of the pool: where a test has a synchronisation context, what waits is not resumed at once.</summary>
    private static Task CompleteAsync(TaskCompletionSource source) => Task.Run(() =>
    {
        using (PurposeScope.Enter("support"))
            source.SetResult();
    });

    private static ConfiguredTaskAwaitable.ConfiguredTaskAwaiter AwaiterOf(Task task) => task.ConfigureAwait(false).GetAwaiter();

    private Task<Refusal?> Later(Action<Action> start)
    {
        var done = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        start(() => done.TrySetResult(Reads.Email(_contact)));
        return done.Task;
    }
}
