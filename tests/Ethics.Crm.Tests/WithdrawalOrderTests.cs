using System.Diagnostics;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Xunit.Abstractions;
using static Ethics.Crm.Tests.Fixtures.ConsentHistory;

namespace Ethics.Crm.Tests;

/// <summary>A withdrawal that has returned holds for every read that starts then, on every thread.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class WithdrawalOrderTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestHost _host = new();
    private readonly SubjectKey _person = TestHost.Person(7);

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(false, 3, 4, true)]
    [InlineData(true, 3, 4, false)]
    [InlineData(true, 11, 12, true)]
    [InlineData(false, 11, 12, false)]
    [InlineData(true, 5, 25, true)]
    [InlineData(false, 12, 21, true)]
    public void Checker_KnowsWhatOneReadCanHaveSeen(bool isOn, long start, long end, bool isExplained)
    {
        // On from somewhere between 5 and 10, off from somewhere between 20 and 30.
        Call[] writes = [new(5, 10, true), new(20, 30, false)];
        Assert.Equal(isExplained, FirstThatNoOrderExplains(writes, [new(start, end, isOn)]) is null);
    }

    [Fact]
    public void Checker_FindsAReadThatGoesBack_AlsoWhileTheWriteIsUnderWay()
    {
        Call[] writes = [new(0, 1, true), new(10, 100, false)];
        Assert.Null(FirstThatNoOrderExplains(writes, [new(20, 21, true), new(30, 31, false)]));
        Assert.NotNull(FirstThatNoOrderExplains(writes, [new(20, 21, false), new(30, 31, true)]));
        Assert.Null(FirstThatNoOrderExplains(writes, [new(20, 35, false), new(30, 31, true)]));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("decision")]
    [InlineData("list")]
    public async Task ReadsDecisionsAndLists_BesideGrantsAndWithdrawals_HaveAnOrder(string way)
    {
        var contact = new Contact { Id = 7, Email = "value" };
        Contact[] list = [contact];
        var decisions = _host.Decisions;
        Func<bool> look = way switch
        {
            "read" => () => contact.TryReadEmail(out _),
            "decision" => () => decisions.Decide(_person, "contact.email", "marketing").Allowed,
            _ => () => list.PermittedFor("marketing").Any(),
        };
        var writes = new List<Call>();
        var stop = false;
        var (changes, read) = (0, 0);
        // Threads of their own, and nobody is far ahead: all reads before the first change, or after the last one, would say nothing.
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() =>
        {
            var reads = new List<Call>();
            using var scope = PurposeScope.Enter("marketing");
            while (!Volatile.Read(ref stop))
            {
                if (reads.Count >= 200 * (Volatile.Read(ref changes) + 1))
                {
                    Thread.Yield();
                    continue;
                }

                Interlocked.Increment(ref read);
                var start = Stopwatch.GetTimestamp();
                var seen = look();
                reads.Add(new Call(start, Stopwatch.GetTimestamp(), seen));
            }

            return reads;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        var before = 0;
        for (var i = 0; i < 600; i++)
        {
            // Each state is there long enough to be seen: since the last change everybody may read on.
            while (Volatile.Read(ref read) < before + 30 && !readers.Exists(static reader => reader.IsCompleted))
                Thread.Yield();
            var start = Stopwatch.GetTimestamp();
            await (i % 2 == 0 ? _host.Ledger.GrantAsync(_person, "marketing") : _host.Ledger.WithdrawAsync(_person, "marketing"));
            writes.Add(new Call(start, Stopwatch.GetTimestamp(), i % 2 == 0));
            before = Volatile.Read(ref read);
            Interlocked.Increment(ref changes);
        }

        Volatile.Write(ref stop, true);
        var all = (await Task.WhenAll(readers)).SelectMany(static r => r).ToList();

        var allowed = all.Count(static r => r.IsOn);
        var beside = all.Count(one => writes.Exists(write => write.Start < one.End && one.Start < write.End));
        output.WriteLine($"{all.Count} reads, {allowed} of them allowed, {beside} while a change was under way, beside {writes.Count} changes");
        Assert.Null(FirstThatNoOrderExplains(writes, all));
        Assert.True(all.Count >= 10_000 && allowed > 1000 && all.Count - allowed > 1000, $"{all.Count} reads, {allowed} allowed");
    }

    /// <summary>A hundred million by default; <c>ETHICS_READS=1000000000</c> for a billion, and so does the benchmark <c>withdrawals --reads 1000000000</c>.</summary>
    [Fact]
    public async Task ReadsThatStartAfterAWithdrawalReturned_AreNeverAllowed_OfAHundredMillion()
    {
        var wanted = long.TryParse(Environment.GetEnvironmentVariable("ETHICS_READS"), out var asked) ? asked : 100_000_000;
        // They take some seconds; a machine that does not get there in minutes has something else to do, and then nothing is shown.
        var atMost = asked > 0 ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(5);
        var person = new Changing(7);
        long read = 0, judged = 0, wrong = 0, refused = 0;
        var clock = Stopwatch.StartNew();
        var stop = false;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var scope = PurposeScope.Enter("marketing");
            long sure = 0, bad = 0, no = 0;
            while (!Volatile.Read(ref stop))
            {
                var now = Volatile.Read(ref person);
                for (var i = 0; i < 8192; i++)
                {
                    // Of somebody who is left behind nothing is judged any more.
                    if (i % 64 == 0)
                        now = Volatile.Read(ref person);
                    var before = Volatile.Read(ref now.Changes);
                    var allowed = now.Contact.TryReadEmail(out string _);
                    if (before % 2 == 1 && Volatile.Read(ref now.Changes) == before)
                    {
                        sure++;
                        if (allowed)
                            bad++;
                    }

                    if (!allowed)
                        no++;
                }

                if (Interlocked.Add(ref read, 8192) >= wanted || clock.Elapsed > atMost)
                    Volatile.Write(ref stop, true);
            }

            Interlocked.Add(ref judged, sure);
            Interlocked.Add(ref wrong, bad);
            Interlocked.Add(ref refused, no);
        })).ToList();
        var withdrawals = 0;
        while (!Volatile.Read(ref stop))
        {
            var key = TestHost.Person(person.Contact.Id);
            await _host.Ledger.GrantAsync(key, "marketing");
            Thread.Sleep(1);
            await _host.Ledger.WithdrawAsync(key, "marketing");
            Interlocked.Increment(ref person.Changes);
            withdrawals++;
            // Refusals are slow, and these are what is judged: the readers have the processors for themselves.
            Thread.Sleep(2);
            Interlocked.Increment(ref person.Changes);
            // A history without end would be what takes the time.
            if (withdrawals % 256 == 0)
                Volatile.Write(ref person, new Changing(person.Contact.Id + 1));
        }

        await Task.WhenAll(readers);
        var seen = $"{read} reads ({refused} refused, {judged} of which only one answer is right, {wrong} of these wrong) beside {withdrawals} withdrawals in {clock.Elapsed.TotalSeconds:F1} s";
        output.WriteLine(seen);
        Assert.True(wrong == 0, seen);
        Assert.True(read >= wanted, seen);
        Assert.True(refused > 0 && refused < read && judged > 1000, seen);
    }

    /// <summary>Somebody, and how often they changed their mind: odd while a withdrawal has returned and the next grant has not begun.</summary>
    private sealed class Changing(int id)
    {
        public readonly Contact Contact = new() { Id = id, Email = "value" };
        public long Changes;
    }
}
