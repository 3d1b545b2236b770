using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>To which host a scope belongs.</summary>
public sealed class SeveralHostsTests : IDisposable
{
    private readonly FakeRuntime _runtime = new();
    private readonly FakeHost _first;
    private readonly FakeHost _second = new();
    private readonly Contact _contact = Contact.Sample();

    public SeveralHostsTests()
    {
        _first = _runtime.Host;
        _runtime.Hosts.Add(_second);
        _runtime.Start();
    }

    [Fact]
    public void ScopeOpenedByAHost_FollowsThatHostsPeople()
    {
        _second.Withdraw("7");
        using (PurposeScope.Enter(_first, ["support"]))
            Assert.Null(Reads.Email(_contact));
        using (PurposeScope.Enter(_second, ["support"]))
            Assert.NotNull(Reads.Email(_contact));
        using (PurposeScope.Enter(_first, ["support"]))
            Assert.Null(Reads.Email(_contact));
    }

    /// <summary>Two threads read in one scope that has no host yet, while one application follows another: the scope must hold the host whose code it carries.</summary>
    [Fact]
    public void ScopeThatTwoThreadsFindDifferentHostsFor_StaysWithTheFirstThatWasKept()
    {
        using var scope = PurposeScope.Enter("support");
        Assert.Null(scope.Host);
        _second.Running = false;
        _runtime.BeforeHostIsTold = () =>
        {
            (_first.Running, _second.Running) = (false, true);
            Assert.Same(_second, scope.Refresh());
        };

        Assert.Same(_second, scope.Refresh());
        Assert.Equal(_second.Code, scope.Mask & (HostCodes.Mask | HostCodes.None));
        _first.Running = true;
        Assert.Same(_second, scope.Host);
    }

    /// <summary>The only one that runs when it is opened is its host for good, also once another runs beside it.</summary>
    [Fact]
    public void ScopeOpenedWhileOneHostRuns_BelongsToItWhenAnotherFollows()
    {
        _second.Running = false;
        using var scope = PurposeScope.Enter("support");

        _second.Running = true;

        Assert.Same(_first, scope.Host);
        Assert.Same(_first, scope.Refresh());
    }

    [Fact]
    public void NestedScope_BelongsToTheHostOfTheEnclosingOne()
    {
        _second.Withdraw("7");
        using (PurposeScope.Enter(_first, ["credit"]))
        using (PurposeScope.Enter("support"))
            Assert.Null(Reads.Email(_contact));
        using (PurposeScope.Enter(_second, ["credit"]))
        using (PurposeScope.Enter("support"))
            Assert.NotNull(Reads.Email(_contact));
    }

    [Fact]
    public void SeveralAndNoneKnown_ReadsWithoutAnyPerson()
    {
        using var scope = PurposeScope.Enter("support");
        Assert.NotNull(Reads.Email(_contact));
        Assert.Equal((0, 0), (_first.Binds, _second.Binds));
    }

    [Fact]
    public void OneOfTwoStopped_TheOtherIsTheOnlyOne()
    {
        _second.Running = false;
        using var scope = PurposeScope.Enter("support");
        Assert.Null(Reads.Email(_contact));
        Assert.Equal(1, _first.Binds);
    }

    [Fact]
    public void ScopeOfAStoppedHost_NeverMovesToAnother()
    {
        using var scope = PurposeScope.Enter(_second, ["support"]);
        Assert.Null(Reads.Email(_contact));
        _second.Running = false;
        _second.Retire();
        for (var i = 0; i < 3; i++)
            Assert.NotNull(Reads.Email(_contact));
        Assert.Equal(0, _first.Binds);
    }

    public void Dispose() => _runtime.Dispose();
}
