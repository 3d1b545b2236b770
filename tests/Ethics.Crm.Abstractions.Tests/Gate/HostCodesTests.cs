using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>Hosts are told apart by bits of the word that the gate compares anyway.</summary>
public sealed class HostCodesTests
{
    [Fact]
    public void OfTwoCodes_NeitherContainsTheOther()
    {
        var codes = AllCodes();
        foreach (var one in codes)
        {
            foreach (var other in codes.Where(c => c != one))
                Assert.NotEqual(0UL, one & ~other);
        }
    }

    [Fact]
    public void Codes_LieBesideThePurposesAndTheBitThatIsNeverPermitted()
    {
        Assert.Equal(0UL, HostCodes.Mask & PurposeBits.NeverPermitted);
        Assert.Equal(0UL, HostCodes.Mask & ((1UL << PurposeBits.Capacity) - 1));
        Assert.All(AllCodes(), code => Assert.Equal(0UL, code & ~HostCodes.Mask));
    }

    [Fact]
    public void EachCode_IsGivenOutOnce_AndThenThereIsNone()
    {
        var given = new List<ulong>();
        for (var code = HostCodes.Build; code != HostCodes.None; code = HostCodes.After(code))
            given.Add(code);
        Assert.Equal(AllCodes(), given);
        Assert.Equal(HostCodes.None, HostCodes.After(HostCodes.None));
    }

    [Fact]
    public void TwoHosts_NeverShareACode()
    {
        var (one, other) = (HostCodes.Take(), HostCodes.Take());
        Assert.True(one != other || one == HostCodes.None);
        Assert.NotEqual(HostCodes.Build, one);
    }

    [Theory]
    [InlineData(0b000111UL, 0b000111UL, true)]
    [InlineData(0b000111UL, 0b001011UL, false)]
    [InlineData(0b111000UL, 0b000111UL, false)]
    public void SlotOfAnotherHost_IsNeverPermittedAtOnce(ulong scopeCode, ulong slotCode, bool permitted)
    {
        using var runtime = new FakeRuntime().Start();
        var (mine, other) = (new FakeHost(scopeCode << PurposeBits.Capacity), new FakeHost(slotCode << PurposeBits.Capacity));
        var slot = new SubjectSlot<int> { Bound = new ConsentSlot<int>(other, 7, person: null) { Allowed = ulong.MaxValue } };
        using (PurposeScope.Enter(mine, ["support"]))
            Assert.Equal(permitted, ReadGate.Permits(Contact.Guards.Email.Mask, ref slot, 7));
    }

    [Fact]
    public void HostWithoutCode_IsDecidedInTheSlowPath_AndStillAllowed()
    {
        using var runtime = new FakeRuntime().Start();
        var host = new FakeHost(HostCodes.None);
        var slot = default(SubjectSlot<int>);
        using (PurposeScope.Enter(host, ["support"]))
        {
            Assert.Equal("value", ReadGate.Decide(Contact.Guards.Email, Contact.Guards.Subject, ref slot, 7, "value"));
            Assert.False(ReadGate.Permits(Contact.Guards.Email.Mask, ref slot, 7));
            Assert.Equal(0, runtime.SlowReads);
        }
    }

    private static List<ulong> AllCodes() =>
        [.. Enumerable.Range(0, 64).Where(bits => System.Numerics.BitOperations.PopCount((uint)bits) == 3).Select(bits => (ulong)bits << PurposeBits.Capacity)];
}
