using System.Runtime.CompilerServices;
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
    public void EachCode_FollowsAnother_AndThenThereIsNone()
    {
        var given = new List<ulong>();
        for (var code = HostCodes.Build; code != HostCodes.None; code = HostCodes.After(code))
            given.Add(code);
        Assert.Equal(AllCodes(), given);
        Assert.Equal(HostCodes.None, HostCodes.After(HostCodes.None));
    }

    [Fact]
    public void HostsThatAreHeld_NeverShareACode_AndTheTwentiethHasNone()
    {
        var hosts = Enumerable.Range(0, 25).Select(_ => new FakeHost()).ToList();

        var codes = hosts.Select(static h => h.Code).Where(static c => c != HostCodes.None).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.DoesNotContain(HostCodes.Build, codes);
        Assert.True(codes.Count <= 19);
        Assert.Equal(HostCodes.None, hosts[^1].Code);
        hosts.ForEach(static h => h.Running = false);
    }

    /// <summary>No test may find the codes used up by those before it.</summary>
    [Fact]
    public void RuntimesOfAHundredTests_EachHaveAHostWithACode()
    {
        ForgetTheHostsOfOtherTests();

        for (var i = 0; i < 100; i++)
            Assert.NotEqual(HostCodes.None, CodeOfADisposedRuntime());
    }

    [Fact]
    public void HostThatHasStopped_GivesItsCodeBack_OnceNothingHoldsIt()
    {
        ForgetTheHostsOfOtherTests();

        for (var i = 0; i < 100; i++)
            Assert.NotEqual(HostCodes.None, CodeOfAStoppedHost());
    }

    [Fact]
    public void ScopeThatOutlivesItsHost_KeepsItsCodeFromOthers()
    {
        ForgetTheHostsOfOtherTests();
        using var runtime = new FakeRuntime().Start();
        using var scope = ScopeOfAStoppedHost();
        var code = scope.Mask & HostCodes.Mask;
        Assert.NotEqual(0UL, code);

        for (var i = 0; i < 100; i++)
            Assert.NotEqual(code, CodeOfAStoppedHost());
    }

    // Nothing holds them, and they never stopped.
    private static void ForgetTheHostsOfOtherTests() => GC.Collect();

    // Not inlined: a local of the caller would hold the host.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong CodeOfAStoppedHost() => new FakeHost { Running = false }.Code;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong CodeOfADisposedRuntime()
    {
        using var runtime = new FakeRuntime();
        return runtime.Host.Code;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PurposeScope ScopeOfAStoppedHost()
    {
        var host = new FakeHost();
        var scope = PurposeScope.Enter(host, ["support"]);
        host.Running = false;
        return scope;
    }

    [Theory]
    [InlineData(0b000111UL, 0b000111UL, true)]
    [InlineData(0b000111UL, 0b001011UL, false)]
    [InlineData(0b111000UL, 0b000111UL, false)]
    public void SlotOfAnotherHost_IsNeverPermittedAtOnce(ulong scopeCode, ulong slotCode, bool permitted)
    {
        using var runtime = new FakeRuntime().Start();
        var (mine, other) = (new FakeHost(scopeCode << PurposeBits.Capacity), new FakeHost(slotCode << PurposeBits.Capacity));
        var slot = new SubjectSlot<int> { Bound = new ConsentSlot<int>(other.Nobody, 7) { Allowed = ulong.MaxValue } };
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
