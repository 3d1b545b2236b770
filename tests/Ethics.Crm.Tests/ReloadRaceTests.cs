using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>
/// Reads on other threads while policies take turns: each is answered by the old policy, the new one, or what both permit. Whether they hit the moment between two
/// steps is chance; that the steps have their order is shown by <c>ReplacementOrderTests</c>, one by one.
/// </summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReloadRaceTests
{
    private const int Readers = 2;
    private const int Reloads = 24;

    // A reload goes from member to member: with many of them before and behind the one that is read, a wrong order of its steps lasts longer.
    private const int Neighbours = 150;

    // 'fraud' is refused by both: in one the data was not collected for it, in the other the person would have to consent. Only a mixture of them permits it.
    private static readonly string One = TestHost.Policy
        .Replace("\"analytics\", \"fraud\"]", "\"analytics\", \"billing\"]").Replace("\"fraud\":           { \"basis\": \"public-task\" }", "\"fraud\": { \"basis\": \"contract\" }");

    private static readonly string Other = TestHost.Policy
        .Replace("\"fraud\":           { \"basis\": \"public-task\" }", "\"fraud\": { \"basis\": \"consent\" }");

    private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));

    [Fact]
    public async Task ConcurrentReads_AreNeverAnsweredByAMixtureOfTwoPolicies()
    {
        using var host = new TestHost(One);
        var before = Members();
        var member = Member("Read");
        var behind = Members();
        var shared = new Data(member, 7);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadUntil(shared, stop.Token))).ToArray();

        for (var i = 0; i < Reloads; i++)
        {
            Assert.True(host.Reload(i % 2 == 0 ? Other : One));
            // The reload is over: from here on the new policy answers alone.
            Assert.Equal(i % 2 == 0 ? "NotPermitted" : "value", In("billing", () => shared.Value));
            Assert.Equal(i % 2 == 0 ? "ConsentMissing" : "NotPermitted", In("fraud", () => shared.Value));
        }

        await stop.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.Equal(0, seen.Sum(s => s.Mixed));
        Assert.Equal(0, seen.Sum(s => s.RefusedByNeither));
        Assert.All(seen, s => Assert.True(s.Reads > 0));
        GC.KeepAlive((before, behind));
    }

    private static (int Reads, int Mixed, int RefusedByNeither) ReadUntil(Data shared, CancellationToken stop)
    {
        var (reads, mixed, refused) = (0, 0, 0);
        do
        {
            var fresh = new Data(shared.Member, 8);
            using (PurposeScope.Enter("fraud"))
                mixed += (Outcome(() => shared.Value) == "value" ? 1 : 0) + (Outcome(() => fresh.Value) == "value" ? 1 : 0);
            using (PurposeScope.Enter("support"))
                refused += (Outcome(() => shared.Value) == "value" ? 0 : 1) + (Outcome(() => fresh.Value) == "value" ? 0 : 1);
            reads += 4;
        }
        while (!stop.IsCancellationRequested);

        return (reads, mixed, refused);
    }

    private static GuardedMember[] Members() => [.. Enumerable.Range(0, Neighbours).Select(static i => Member($"Neighbour{i}"))];

    private static GuardedMember Member(string name) =>
        new($"Data.{name}", false, ["support"], ["support"], ["support"], new MemberLabel($"Shop.Data.{name}", "contact.email", null, []));

    private sealed class Data(GuardedMember member, int id)
    {
        private SubjectSlot<int> _slot;

        public GuardedMember Member => member;

        public string Value => ReadGate.Permits(member.Mask, ref _slot, id) ? "value" : ReadGate.Decide(member, Subject, ref _slot, id, "value");
    }
}
