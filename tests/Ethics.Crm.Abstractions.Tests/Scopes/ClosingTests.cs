namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>Closing puts back what was before the scope, and nothing else.</summary>
public sealed class ClosingTests
{
    private readonly AsyncLocal<string?> _other = new();

    [Fact]
    public void OtherValueChangedInside_StaysChanged()
    {
        _other.Value = "before";
        using (PurposeScope.Enter("support"))
            _other.Value = "inside";
        Assert.Equal("inside", _other.Value);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void OtherValueLeftAlone_StaysAsItWas()
    {
        _other.Value = "before";
        using (PurposeScope.Enter("support"))
            Assert.Equal("before", _other.Value);
        Assert.Equal("before", _other.Value);
    }

    [Fact]
    public void OtherValueOfAWatchedLocal_IsToldOfNothing()
    {
        var told = 0;
        var watched = new AsyncLocal<string?>(_ => told++) { Value = "before" };
        var before = told;
        using (PurposeScope.Enter("support"))
        {
        }

        Assert.Equal(before, told);
        Assert.Equal("before", watched.Value);
    }

    [Fact]
    public async Task ClosedAfterAnAwait_OtherValueOfTheCallerStays()
    {
        _other.Value = "before";
        using (PurposeScope.Enter("support"))
        {
            await Task.Yield();
            _other.Value = "inside";
            await Task.Yield();
        }

        Assert.Equal("inside", _other.Value);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void EnclosingScopeClosedFirst_DoesNotComeBack()
    {
        var outer = PurposeScope.Enter("support");
        var inner = PurposeScope.Enter("billing");
        outer.Dispose();
        Assert.Equal(["billing"], PurposeScope.Current);
        inner.Dispose();
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void ClosedInAnotherFlow_ThatFlowKeepsItsOwnScope()
    {
        var outer = PurposeScope.Enter("support");
        var thread = new Thread(() =>
        {
            using (PurposeScope.Enter("billing"))
            {
                outer.Dispose();
                Assert.Equal(["billing"], PurposeScope.Current);
            }

            Assert.Empty(PurposeScope.Current);
        });
        thread.Start();
        thread.Join();
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void SuppressedFlow_OpensAndClosesAllTheSame()
    {
        using (ExecutionContext.SuppressFlow())
        {
            using (PurposeScope.Enter("support"))
                Assert.Equal(["support"], PurposeScope.Current);
            Assert.Empty(PurposeScope.Current);
        }

        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void FlowSuppressedInside_ClosesAllTheSame()
    {
        var scope = PurposeScope.Enter("support");
        using (ExecutionContext.SuppressFlow())
        {
            scope.Dispose();
            Assert.Empty(PurposeScope.Current);
        }

        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void NestedScopes_ComeBackOneByOne()
    {
        using (PurposeScope.Enter("support"))
        {
            using (PurposeScope.Enter("billing"))
                Assert.Equal(["billing"], PurposeScope.Current);
            Assert.Equal(["support"], PurposeScope.Current);
        }

        Assert.Empty(PurposeScope.Current);
    }
}
