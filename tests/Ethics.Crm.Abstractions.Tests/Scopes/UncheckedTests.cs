using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

public sealed class UncheckedTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public void Unchecked_NeverOpensTheGate()
    {
        using var all = PurposeScope.Unchecked("nightly export, ticket 4711");
        Assert.Empty(PurposeScope.Current);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));
    }

    [Fact]
    public void UncheckedInsideAScope_KeepsItsReads()
    {
        using var scope = PurposeScope.Enter("support");
        using (PurposeScope.Unchecked("nightly export, ticket 4711"))
            Assert.Null(Reads.Email(_contact));
        Assert.Null(Reads.Email(_contact));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void NoReason_IsAnArgumentException(string? reason)
    {
        Assert.Throws<ArgumentException>(() => PurposeScope.Unchecked(reason!));
        Assert.Null(PurposeScope.UncheckedReason);
    }

    [Fact]
    public async Task Reason_FlowsOverAwaitAndEndsWithItsScope()
    {
        using (PurposeScope.Unchecked("export"))
        {
            await Task.Yield();
            Assert.Equal("export", PurposeScope.UncheckedReason);
        }

        Assert.Null(PurposeScope.UncheckedReason);
    }

    [Fact]
    public void OuterClosedFirst_InnerStaysAndTheOuterDoesNotComeBack()
    {
        var outer = PurposeScope.Unchecked("outer");
        var inner = PurposeScope.Unchecked("inner");
        outer.Dispose();
        Assert.Equal("inner", PurposeScope.UncheckedReason);
        inner.Dispose();
        inner.Dispose();
        Assert.Null(PurposeScope.UncheckedReason);
    }

    [Fact]
    public async Task TaskThatOutlivesTheScope_IsUncheckedNoMore()
    {
        var closed = new TaskCompletionSource();
        Task<string?> late;
        using (PurposeScope.Unchecked("export"))
            late = Task.Run(async () => { await closed.Task; return PurposeScope.UncheckedReason; });
        closed.SetResult();
        Assert.Null(await late);
    }
}
