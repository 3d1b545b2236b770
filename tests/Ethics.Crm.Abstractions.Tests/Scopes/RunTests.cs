using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

public sealed class RunTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public void Run_OpensForTheActionOnly()
    {
        Refusal? inside = Refusal.NoScope;
        PurposeScope.Run("support", () => { inside = Reads.Email(_contact); });
        Assert.Null(inside);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));
    }

    [Fact]
    public void RunOfSeveral_WorksForAllOfThem()
    {
        Assert.Equal("x@example.org", PurposeScope.Run(["support", "billing"], () => _contact.Email));
        Assert.Equal(Refusal.NotPermitted, PurposeScope.Run(["support", "credit"], () => Reads.Email(_contact)));
    }

    [Fact]
    public void ActionThatThrows_LeavesNoScope()
    {
        Assert.Throws<FormatException>(() => PurposeScope.Run("support", () => throw new FormatException()));
        Assert.Throws<FormatException>(() => PurposeScope.Run<int>("support", () => throw new FormatException()));
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void ScopeForgottenInside_DoesNotLeakOutOfRun()
    {
        PurposeScope? forgotten = null;
        using (PurposeScope.Enter("billing"))
        {
            PurposeScope.Run("support", () => { forgotten = PurposeScope.Enter("credit"); });
            Assert.Equal(["billing"], PurposeScope.Current);
            forgotten!.Dispose();
            Assert.Equal(["billing"], PurposeScope.Current);
        }
    }

    [Fact]
    public void ScopeInsideClosedInAnotherFlow_DoesNotHoldRunUp()
    {
        using (PurposeScope.Enter("billing"))
        {
            PurposeScope.Run("support", () =>
            {
                var inside = PurposeScope.Enter("credit");
                var elsewhere = new Thread(inside.Dispose);
                elsewhere.Start();
                elsewhere.Join();
            });
            Assert.Equal(["billing"], PurposeScope.Current);
        }
    }

    [Fact]
    public void ScopeAroundRunClosedInside_DoesNotComeBack()
    {
        var around = PurposeScope.Enter("billing");
        PurposeScope.Run("support", around.Dispose);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public async Task RunAsync_OpensUntilTheTaskEnds()
    {
        var inside = await PurposeScope.RunAsync("support", async ct =>
        {
            await Task.Yield();
            return Reads.Email(_contact);
        });
        Assert.Null(inside);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));
    }

    [Fact]
    public async Task RunAsyncNotYetAwaited_IsNotOpenForTheCaller()
    {
        var gate = new TaskCompletionSource();
        var running = PurposeScope.RunAsync("support", _ => gate.Task);
        Assert.Empty(PurposeScope.Current);
        gate.SetResult();
        await running;
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public async Task RunAsync_PassesItsToken()
    {
        using var source = new CancellationTokenSource();
        CancellationToken seen = default;
        await PurposeScope.RunAsync(["support"], ct => { seen = ct; return Task.CompletedTask; }, source.Token);
        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public void RunAsyncWithBlankPurpose_ThrowsBeforeAnythingRuns()
    {
        var ran = false;
        Assert.Throws<ArgumentException>(() => { _ = PurposeScope.RunAsync(" ", _ => { ran = true; return Task.CompletedTask; }); });
        Assert.Throws<ArgumentException>(() => { _ = PurposeScope.RunAsync([], _ => Task.FromResult(ran = true)); });
        Assert.False(ran);
    }

    [Fact]
    public async Task RunAsyncThatFails_LeavesNoScopeAndThrowsThroughItsTask()
    {
        var running = PurposeScope.RunAsync("support", _ => throw new FormatException());
        await Assert.ThrowsAsync<FormatException>(() => running);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public async Task RunAsyncOfAFunctionThatReturnsNoTask_SaysSoThroughItsTask()
    {
        var running = PurposeScope.RunAsync("support", _ => null!);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => running);
        Assert.Contains("null in place of a task", refused.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PurposeScope.RunAsync<int>(["support"], _ => null!));
        Assert.Empty(PurposeScope.Current);
    }
}
