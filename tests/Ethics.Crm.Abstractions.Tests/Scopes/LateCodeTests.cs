using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>Code that outlives its scope, and code that never closes it.</summary>
public sealed class LateCodeTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public async Task TaskThatOutlivesItsScope_IsRefused()
    {
        var firstRead = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<Refusal?> late;
        using (PurposeScope.Enter("support"))
        {
            late = Task.Run(async () =>
            {
                firstRead.SetResult(Reads.Email(_contact));
                await closed.Task;
                return Reads.Email(_contact);
            });
            Assert.Null(await firstRead.Task);
        }

        closed.SetResult();
        Assert.Equal(Refusal.ClosedScope, await late);
    }

    /// <summary>The first mistake of everybody: it is Run of a function whose result is a task.</summary>
    [Fact]
    public async Task AsyncFunctionInRun_IsRefusedAfterItsFirstAwait_AndTheTextNamesRunAsync()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var late = PurposeScope.Run("support", async () =>
        {
            var before = Reads.Email(_contact);
            await closed.Task;
            return (before, Reads.ViolationOf(() => _contact.Email));
        });

        closed.SetResult();
        var (first, refused) = await late;

        Assert.Null(first);
        Assert.Equal(Refusal.ClosedScope, refused?.Refusal);
        Assert.Contains("PurposeScope.RunAsync keeps it open until the task ends, Run closes it at the first await", refused?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsyncFunctionInRunAsync_IsPermittedAfterItsFirstAwait()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var late = PurposeScope.RunAsync("support", async _ =>
        {
            await closed.Task;
            return Reads.ViolationOf(() => _contact.Email);
        });

        closed.SetResult();

        Assert.Null(await late);
    }

    [Fact]
    public void CapturedContextRunLater_IsRefused()
    {
        ExecutionContext? captured;
        Refusal? inside = Refusal.NoScope;
        using (PurposeScope.Enter("support"))
        {
            captured = ExecutionContext.Capture();
            ExecutionContext.Run(captured!, _ => inside = Reads.Email(_contact), null);
            Assert.Null(inside);
        }

        ExecutionContext.Run(captured!, _ => inside = Reads.Email(_contact), null);
        Assert.Equal(Refusal.ClosedScope, inside);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));
    }

    [Fact]
    public void ReadAgainAfterClosing_CannotRefreshTheScopeOpen()
    {
        ExecutionContext? captured;
        using (PurposeScope.Enter("support"))
            captured = ExecutionContext.Capture();
        for (var i = 0; i < 3; i++)
        {
            Refusal? late = null;
            ExecutionContext.Run(captured!, _ => late = Reads.Email(_contact), null);
            Assert.Equal(Refusal.ClosedScope, late);
        }
    }

    [Fact]
    public async Task TimerThatFiresAfterItsScope_IsRefused()
    {
        var done = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Timer timer;
        using (PurposeScope.Enter("support"))
            timer = new Timer(_ => done.TrySetResult(Reads.Email(_contact)), null, Timeout.Infinite, Timeout.Infinite);
        timer.Change(0, Timeout.Infinite);
        Assert.Equal(Refusal.ClosedScope, await done.Task);
        await timer.DisposeAsync();
    }

    [Fact]
    public void LateCodeWithAScopeOfItsOwn_IsPermitted()
    {
        ExecutionContext? captured;
        using (PurposeScope.Enter("credit"))
            captured = ExecutionContext.Capture();
        Refusal? own = Refusal.NoScope;
        ExecutionContext.Run(captured!, _ => { using (PurposeScope.Enter("support")) own = Reads.Email(_contact); }, null);
        Assert.Null(own);
    }
}
