using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>The gate under a live policy and a host that knows people.</summary>
public sealed class LiveGateTests : IDisposable
{
    private readonly FakeRuntime _runtime = new FakeRuntime().Start();
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public void PermittedRead_AsksThePersonOnceAndThenOnlyTheSlot()
    {
        using var scope = PurposeScope.Enter("support");
        for (var i = 0; i < 5; i++)
            Assert.Null(Reads.Email(_contact));
        Assert.Equal(1, _runtime.Host.Binds);
        Assert.Equal(0, _runtime.SlowReads);
    }

    [Fact]
    public void BuildsAnswer_IsNotUsedAnyMore()
    {
        // The build permits billing; the live policy does not.
        using (PurposeScope.Enter("billing"))
            Assert.Equal(Refusal.NotPermitted, Reads.Email(_contact));
        using (PurposeScope.Enter("support"))
            Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void Withdrawal_HoldsAtTheNextReadOnObjectsAlreadyLoaded()
    {
        var copy = _contact.Copy();
        var other = Contact.Sample(id: 8);
        using var scope = PurposeScope.Enter("support");
        Assert.All([_contact, copy, other], c => Assert.Null(Reads.Email(c)));

        _runtime.Host.Withdraw("7");
        Assert.NotNull(Reads.Email(_contact));
        Assert.NotNull(Reads.Email(copy));
        Assert.Null(Reads.Email(other));
    }

    [Fact]
    public void KeyThatChanges_TakesTheSlotOfTheNewPerson()
    {
        _runtime.Host.Withdraw("8");
        using var scope = PurposeScope.Enter("support");
        Assert.Null(Reads.Email(_contact));
        _contact.Id = 8;
        Assert.NotNull(Reads.Email(_contact));
        _contact.Id = 7;
        Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void CopyWhoseKeyChanges_DoesNotTakeTheOriginalAlong()
    {
        _runtime.Host.Withdraw("8");
        using var scope = PurposeScope.Enter("support");
        Assert.Null(Reads.Email(_contact));
        var copy = _contact.Copy();
        copy.Id = 8;
        Assert.NotNull(Reads.Email(copy));
        Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void SavedObject_LeavesTheUnsetKey()
    {
        var unsaved = Contact.Sample(id: 0);
        _runtime.Host.Withdraw("");
        using var scope = PurposeScope.Enter("support");
        Assert.NotNull(Reads.Email(unsaved));
        unsaved.Id = 9;
        Assert.Null(Reads.Email(unsaved));
    }

    [Fact]
    public void ScopeAndObjectFromBeforeTheStart_FollowTheHostFromThenOn()
    {
        _runtime.Dispose();
        using var scope = PurposeScope.Enter("billing");
        Assert.Null(Reads.Email(_contact));

        using var started = new FakeRuntime { Permits = ["support"] }.Start();
        Assert.Equal(Refusal.NotPermitted, Reads.Email(_contact));
        using (PurposeScope.Enter("support"))
            Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void ObjectReadInAScopeThatIsStillOpen_AsksThePersonOnceAHostHasStarted()
    {
        _runtime.Dispose();
        using var scope = PurposeScope.Enter("billing");
        Assert.Null(Reads.Email(_contact));

        using var started = new FakeRuntime { Permits = ["billing"] };
        started.Host.Withdraw("7");
        started.Start();
        Assert.NotNull(Reads.Email(_contact));
    }

    [Fact]
    public void Reload_NarrowsAndWidensForObjectsScopesAndMembersThatExist()
    {
        using var support = PurposeScope.Enter("support");
        Assert.Null(Reads.Email(_contact));
        _runtime.Permits = ["billing"];
        _runtime.Start();
        Assert.Equal(Refusal.NotPermitted, Reads.Email(_contact));
        using (PurposeScope.Enter("billing"))
            Assert.Null(Reads.Email(_contact));
        _runtime.Permits = ["support", "billing"];
        _runtime.Start();
        Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void SlotBoundBeforeAReload_AllowsNothingEvenWhenItIsWrittenLater()
    {
        using var scope = PurposeScope.Enter("support");
        var slot = _runtime.Host.Bind(Contact.Guards.Subject, 7);
        _runtime.Start();
        slot.Allowed = ulong.MaxValue;
        Assert.True(slot.IsRetired);
        Assert.Equal(PurposeBits.NeverPermitted, slot.Allowed);
        Assert.NotSame(slot, _runtime.Host.Bind(Contact.Guards.Subject, 7));
    }

    [Fact]
    public void EveryRefusal_NamesMemberPurposesAndRule()
    {
        using var scope = PurposeScope.Enter("credit", "support");
        var refused = Assert.Throws<PurposeViolationException>(() => _contact.Email);
        Assert.Equal(("Contact.Email", "refused by the test", "the-rule"), (refused.Member, refused.Reason, refused.Rule));
        Assert.Equal(["credit", "support"], refused.Purposes);
        Assert.Equal(["support"], refused.Permitted);
    }

    [Fact]
    public void Unchecked_IsToldToTheHostEachTime()
    {
        PurposeScope.Unchecked("one").Dispose();
        PurposeScope.Unchecked("two").Dispose();
        Assert.Equal(["one", "two"], _runtime.UncheckedReasons);
    }

    public void Dispose() => _runtime.Dispose();
}
