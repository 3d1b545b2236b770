using System.Runtime.CompilerServices;
using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.Tests;

/// <summary>Test runs start and stop hundreds of hosts in one process: the last reads as quickly as the first.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HostAfterHostTests
{
    private static readonly GuardedMember Email =
        new("Guest.Email", false, ["support"], ["support"], ["support"], new MemberLabel("Hotel.Guest.Email", "contact.email", ["support"], []));

    private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("guest", id));

    private static readonly SubjectSlots<int> OfValues = new();

    /// <summary>The slots of values are the type's, and live as long as the program: they keep no host either.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void TwoHundredHosts_OneAfterAnother_ReadOnTheFastPath(bool value)
    {
        using var folder = new TestHost(start: false);
        var policy = PolicyReading.Of(folder.PolicyPath);

        for (var i = 0; i < 200; i++)
            Assert.True(ReadsAtOnce(policy, value), $"host {i} reads in the slow path");
    }

    [Fact]
    public void HostsBeyondTheNineteenth_AtOnce_ReadInTheSlowPath_WithTheSameAnswers()
    {
        var hosts = Enumerable.Range(0, 21).Select(_ => new TestHost()).ToList();
        try
        {
            var outcomes = hosts.ConvertAll(host =>
            {
                var slot = default(SubjectSlot<int>);
                using (PurposeScope.Enter(host.Host, ["support"]))
                {
                    Assert.Equal("value", ReadGate.Decide(Email, Subject, ref slot, 7, "value"));
                    return ReadGate.Permits(Email.Mask, ref slot, 7);
                }
            });
            Assert.True(outcomes[0]);
            Assert.False(outcomes[^1]);
        }
        finally
        {
            hosts.ForEach(static host => host.Dispose());
        }
    }

    // Not inlined: a local of the caller would hold the host. Nor with a container, which may still be at work on its services when it has been disposed of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool ReadsAtOnce(PolicyReading policy, bool value)
    {
        var host = new CrmHost(new NoServices(), Options.Create(new EthicsCrmOptions()), TimeProvider.System);
        HostRegistry.Instance.Start(host, policy, () => host.Run(new Undecided()));
        try
        {
            var own = default(SubjectSlot<int>);
            ref var slot = ref own;
            if (value)
                slot = ref OfValues.Of(7);
            using (PurposeScope.Enter("support"))
            {
                Assert.Equal("value", ReadGate.Decide(Email, Subject, ref slot, 7, "value"));
                return ReadGate.Permits(Email.Mask, ref slot, 7);
            }
        }
        finally
        {
            HostRegistry.Instance.Stop(host);
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class Undecided : IConsentSource
    {
        public IReadOnlyList<ConsentEntry> EntriesOf(SubjectKey subject) => [];
    }
}
