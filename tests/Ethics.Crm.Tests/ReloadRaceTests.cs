using System.Diagnostics;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Xunit.Abstractions;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>
/// Reads on other threads while policies take turns: each is answered by the old policy, the new one, or what both permit. Whether they hit the moment between two
/// steps is chance; that the steps have their order is shown by <c>ReplacementOrderTests</c>, one by one.
/// </summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReloadRaceTests(ITestOutputHelper output)
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

    /// <summary>One mixture in ten million reads would be seen: ten million by default; <c>ETHICS_RELOAD_READS=100000000</c> reads as many as it says.</summary>
    [Fact]
    public async Task TenMillionReads_BesideReloads_MeetNoMixture()
    {
        var wanted = long.TryParse(Environment.GetEnvironmentVariable("ETHICS_RELOAD_READS"), out var asked) ? asked : 10_000_000;
        var atMost = asked > 0 ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(5);
        using var host = new TestHost(One);
        var before = Members();
        var shared = new Data(Member("ReadOften"), 7);
        var behind = Members();
        Assert.Equal("NotPermitted", In("fraud", () => shared.Value));
        long read = 0, mixed = 0, allowed = 0;
        var stop = false;
        var reloads = 0;
        var clock = Stopwatch.StartNew();
        // Threads of their own: from the pool of a busy machine one may come when the other is done.
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Factory.StartNew(() =>
        {
            // One reads what neither policy permits, the other what the first alone does.
            using var scope = PurposeScope.Enter(reader == 0 ? "fraud" : "billing");
            var fresh = new Data(shared.Member, 8);
            while (!Volatile.Read(ref stop))
            {
                long passed = 0;
                for (var i = 0; i < 1024; i++)
                    passed += (shared.PassesAtOnce ? 1 : 0) + (fresh.PassesAtOnce ? 1 : 0);
                // Binds the person anew, under whichever policy is in force by then.
                passed += (shared.TryRead() ? 1 : 0) + (fresh.TryRead() ? 1 : 0);
                Interlocked.Add(ref (reader == 0 ? ref mixed : ref allowed), passed);
                // Reads that no reload meets say nothing, nor do those of one reader alone: on a busy machine the policy's thread, or the other reader, may come late.
                if ((Interlocked.Add(ref read, 2050) >= wanted && Volatile.Read(ref reloads) >= FewestReloads && Volatile.Read(ref allowed) > 0) || clock.Elapsed > atMost)
                    Volatile.Write(ref stop, true);
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        var refused = 0;
        try
        {
            for (var turn = 0; !Volatile.Read(ref stop); turn++)
            {
                if (host.Reload(turn % 2 == 0 ? Other : One))
                    Interlocked.Increment(ref reloads);
                else
                    refused++;
            }
        }
        finally
        {
            Volatile.Write(ref stop, true);
            await Task.WhenAll(readers);
        }

        var seen = $"{read} reads ({allowed} allowed, {mixed} mixed) beside {reloads} reloads ({refused} not taken) in {clock.Elapsed.TotalSeconds:F1} s";
        output.WriteLine(seen);
        Assert.True(mixed == 0, seen);
        Assert.True(read >= wanted && allowed > 0 && reloads >= FewestReloads, seen);
        GC.KeepAlive((before, behind));
    }

    private const int FewestReloads = 10;

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

        public bool PassesAtOnce => ReadGate.Permits(member.Mask, ref _slot, id);

        public bool TryRead() => PassesAtOnce || ReadGate.TryDecide(member, Subject, ref _slot, id, "value", out _, out _, out _);

        public string Value => ReadGate.Permits(member.Mask, ref _slot, id) ? "value" : ReadGate.Decide(member, Subject, ref _slot, id, "value");
    }
}
