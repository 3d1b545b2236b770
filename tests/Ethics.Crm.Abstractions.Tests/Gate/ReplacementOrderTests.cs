using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>
/// The steps of a reload, one by one: narrow, retire, widen. Threads that read meanwhile hit the moment between two steps too seldom to show a wrong order;
/// here each step is looked at from inside.
/// </summary>
public sealed class ReplacementOrderTests : IDisposable
{
    // Those of the model, which have bits however many purposes other tests have used up.
    private const string Both = "support", OldOnly = "billing", NewOnly = "credit";

    private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));

    private readonly FakeRuntime _runtime = new FakeRuntime { Permits = [Both, OldOnly] }.Start();
    private readonly GuardedMember[] _members;
    private SubjectSlot<int> _slot;

    public ReplacementOrderTests()
    {
        _members = [.. Enumerable.Range(0, 5).Select(i => new GuardedMember($"Order.M{i}", false, [Both], [Both], [Both, OldOnly, NewOnly]))];
        using (PurposeScope.Enter(Both))
            Assert.Equal("value", ReadGate.Decide(_members[0], Subject, ref _slot, 7, "value"));
    }

    public void Dispose() => _runtime.Dispose();

    [Fact]
    public void BeforeAnySlotIsRetired_EveryMemberPermitsWhatBothPoliciesDo_AndNoMore()
    {
        var looks = 0;
        _runtime.BeforeRetiring = () =>
        {
            looks++;
            Assert.All(_members, member => Assert.Equal((true, false, false), (Permits(member, Both), Permits(member, OldOnly), Permits(member, NewOnly))));
        };

        Reload(NewOnly, Both);

        Assert.Equal(1, looks);
    }

    [Fact]
    public void BeforeAnyMemberIsWidened_EverySlotThatWasBoundIsRetired_AndTheOtherMembersAreStillNarrow()
    {
        var widened = new List<GuardedMember>();
        _runtime.BeforeMember = next =>
        {
            Assert.True(_slot.Bound!.IsRetired);
            Assert.Equal(PurposeBits.NeverPermitted, _slot.Bound.Allowed);
            Assert.All(_members.Except(widened), member => Assert.Equal(0UL, member.Permitted & PurposeBits.MaskOf([OldOnly, NewOnly]) & ~PurposeBits.NeverPermitted));
            widened.Add(next);
        };

        Reload(NewOnly, Both);

        Assert.Subset(widened.ToHashSet(), _members.ToHashSet());
    }

    [Fact]
    public void Afterwards_TheNewPolicyAnswersAlone()
    {
        Assert.All(_members, member => Assert.Equal((true, true, false), (Permits(member, Both), Permits(member, OldOnly), Permits(member, NewOnly))));

        Reload(NewOnly, Both);

        Assert.All(_members, member => Assert.Equal((true, false, true), Reads(member)));
    }

    private void Reload(params string[] permits)
    {
        _runtime.Permits = permits;
        _runtime.Start();
    }

    /// <summary>On the fast path, with the slot that was bound before: what a thread that reads at this moment gets.</summary>
    private bool Permits(GuardedMember member, string purpose)
    {
        using (PurposeScope.Enter(purpose))
            return ReadGate.Permits(member.Mask, ref _slot, 7);
    }

    private (bool Both, bool Old, bool New) Reads(GuardedMember member) => (Read(member, Both), Read(member, OldOnly), Read(member, NewOnly));

    private bool Read(GuardedMember member, string purpose)
    {
        using (PurposeScope.Enter(purpose))
            return Fixtures.Reads.RefusalOf(() => ReadGate.Decide(member, Subject, ref _slot, 7, "value")) is null;
    }
}
