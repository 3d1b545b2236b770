using System.Text;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What fails around the program never makes it say yes, and never leaves it without an answer.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class FaultTests : IDisposable
{
    // What it opens is in its first half: whoever takes half a file takes that.
    private static readonly string Wider = TestHost.Policy.Replace("[\"support\", \"marketing\",", "[\"billing\", \"support\", \"marketing\",");

    private readonly TestHost _host = new();
    private readonly Contact _contact = new() { Id = 7, Email = "value" };
    private readonly SubjectKey _person = TestHost.Person(7);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task PolicyThatIsCutOffAnywhere_ChangesNothing_AndTheHealthCheckSaysSo_TheWholeOneIsTaken()
    {
        var bytes = Encoding.UTF8.GetBytes(Wider.TrimEnd());
        for (var length = 0; length < bytes.Length; length += 37)
        {
            await File.WriteAllBytesAsync(_host.PolicyPath, bytes[..length]);
            _host.Reload();
            Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
            Assert.Equal("value", In("support", () => _contact.Email));
            Assert.Equal(HealthStatus.Degraded, (await _host.HealthAsync()).Status);
        }

        Assert.True(_host.Reload(Wider));
        Assert.Equal("value", In("billing", () => _contact.Email));
        Assert.Equal(HealthStatus.Healthy, (await _host.HealthAsync()).Status);
    }

    [Fact]
    public async Task PolicyThatIsLockedOrGone_KeepsTheLastGoodOne_UntilItCanBeRead()
    {
        await File.WriteAllTextAsync(_host.PolicyPath, Wider);
        using (new FileStream(_host.PolicyPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.False(_host.Reload());
            Assert.Equal(("NotPermitted", "value"), (In("billing", () => _contact.Email), In("support", () => _contact.Email)));
            Assert.Equal(HealthStatus.Degraded, (await _host.HealthAsync()).Status);
        }

        File.Delete(_host.PolicyPath);
        Assert.False(_host.Reload());
        Assert.Equal(("NotPermitted", "value"), (In("billing", () => _contact.Email), In("support", () => _contact.Email)));
        Assert.True(_host.Reload(Wider));
        Assert.Equal("value", In("billing", () => _contact.Email));
    }

    [Fact]
    public async Task ClockThatIsSetForwardAndBack_NeverKeepsConsentBeyondItsDay()
    {
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P10D\" }")));
        var start = _host.Clock.GetUtcNow();
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));

        _host.Clock.AdjustTime(start.AddDays(10));
        Assert.Equal("ConsentLapsed", In("marketing", () => _contact.Email));
        Assert.Equal(Refusal.ConsentLapsed, _host.Decisions.Decide(_person, "contact.email", "marketing").Refusal);
        // By the clock it is the day before: what the person agreed to still holds then, and what was withdrawn does not come back.
        _host.Clock.AdjustTime(start.AddDays(9));
        Assert.Equal("value", In("marketing", () => _contact.Email));
        await _host.Ledger.WithdrawAsync(_person, "marketing");
        _host.Clock.AdjustTime(start.AddDays(-400));
        Assert.Equal("ConsentWithdrawn", In("marketing", () => _contact.Email));
        Assert.Empty(new[] { _contact }.PermittedFor("marketing"));
    }

    /// <summary>Whoever agreed while the clock ran ahead agreed at a time that has not come: how old that is, nobody can tell.</summary>
    [Fact]
    public async Task ConsentWhileTheClockRanAhead_DoesNotOutliveItsTerm()
    {
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P10D\" }")));
        var start = _host.Clock.GetUtcNow();
        _host.Clock.AdjustTime(start.AddDays(400));
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));

        // The object that has been read already, too.
        _host.Clock.AdjustTime(start);
        Assert.Equal("ConsentLapsed", In("marketing", () => _contact.Email));
        Assert.False(_host.Decisions.Decide(_person, "contact.email", "marketing").Allowed);
        _host.Clock.AdjustTime(start.AddDays(11));
        Assert.Equal("ConsentLapsed", In("marketing", () => _contact.Email));
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));
    }

    /// <summary>Clocks of two machines differ a little.</summary>
    [Fact]
    public async Task ConsentOfALittleAhead_Counts()
    {
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P10D\" }")));
        var start = _host.Clock.GetUtcNow();
        _host.Clock.AdjustTime(start.AddHours(5));
        await _host.Ledger.GrantAsync(_person, "marketing");
        _host.Clock.AdjustTime(start);
        Assert.Equal("value", In("marketing", () => _contact.Email));
    }

    /// <summary>The clock is asked while a slot is made and nobody else may make it.</summary>
    [Fact]
    public async Task ClockThatFailsOnce_LeavesNobodyOut_AndADecisionInsideItIsNotLost()
    {
        Action? asked = null;
        _host.Dispose();
        using var host = new TestHost(services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => Interlocked.Exchange(ref asked, null)?.Invoke())));
        Contact[] contacts = [new() { Id = 1, Email = "value" }];
        await host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        await host.Ledger.GrantAsync(TestHost.Person(2), "marketing");

        asked = static () => throw new InvalidOperationException("no time");
        Assert.Throws<InvalidOperationException>(() => contacts.PermittedFor("marketing").ToList());
        Assert.Single(contacts.PermittedFor("marketing"));

        contacts[0].Id = 2;
        asked = () => host.Ledger.WithdrawAsync(TestHost.Person(2), "marketing").GetAwaiter().GetResult();
        Assert.Empty(contacts.PermittedFor("marketing"));
        Assert.Null(asked);
        Assert.Equal("ConsentWithdrawn", In("marketing", () => contacts[0].Email));
    }

    /// <summary>Whenever it fails: what is in the history holds for every object, also for those that were read before.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(99)]
    public async Task ClockThatFailsWhileAWithdrawalIsStored_LeavesNoObjectThatDoesNotKnowIt(int failing)
    {
        var (left, count) = (0, 0);
        _host.Dispose();
        using var host = new TestHost(services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() =>
        {
            count++;
            if (left > 0 && --left == 0)
                throw new InvalidOperationException("no time");
        })));
        var merges = host.Services.GetRequiredService<IPersonMerges>();
        foreach (var id in new[] { 1, 2, 3 })
            await host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        await merges.MergeAsync(TestHost.Person(1), TestHost.Person(3));
        var reads = new Func<string?>[] { Of(new Contact { Id = 1, Email = "value" }), Of(new Contact { Id = 3, Email = "value" }), Of(new Message { From = 1, To = 2, Text = "value" }), Of(new Message { From = 2, To = 3, Text = "value" }) };
        Assert.All(reads, static read => Assert.Equal("value", In("marketing", read)));

        left = failing;
        var failed = await Record.ExceptionAsync(() => host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing"));
        left = 0;

        Assert.Equal(failing < 99, failed is not null);
        var isStored = (await host.Ledger.HistoryAsync(TestHost.Person(1))).Any(static entry => entry.Action == ConsentAction.Withdraw);
        Assert.Equal(failing > 1, isStored);
        Assert.All(reads, read => Assert.Equal(isStored ? "ConsentWithdrawn" : "value", In("marketing", read)));

        static Func<string?> Of(object one) => () => one is Contact contact ? contact.Email : ((Message)one).Text;
    }

    /// <summary>What one person agreed to must not stay with the other once they are two again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(99)]
    public async Task ClockThatFailsWhileAMergeIsTakenBack_LeavesNobodyWithTheConsentOfAnother(int failing)
    {
        var left = 0;
        _host.Dispose();
        using var host = new TestHost(services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() =>
        {
            if (left > 0 && --left == 0)
                throw new InvalidOperationException("no time");
        })));
        var merges = host.Services.GetRequiredService<IPersonMerges>();
        var people = Enumerable.Range(1, 4).Select(static id => new Contact { Id = id, Email = "value" }).ToList();
        var merge = await merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        await merges.MergeAsync(TestHost.Person(2), TestHost.Person(3));
        await merges.MergeAsync(TestHost.Person(4), TestHost.Person(1));
        await host.Ledger.GrantAsync(TestHost.Person(2), "marketing");
        Assert.All(people, static one => Assert.Equal("value", In("marketing", () => one.Email)));

        left = failing;
        var failed = await Record.ExceptionAsync(() => merges.UndoAsync(merge));
        left = 0;

        Assert.Equal(failing < 99, failed is not null);
        var isUndone = (await merges.OfAsync(TestHost.Person(1))).Any(static one => one.UndoneAt is not null);
        Assert.Equal(failing > 1, isUndone);
        var without = isUndone ? "ConsentMissing" : "value";
        Assert.Equal([without, "value", "value", without], people.Select(static one => In("marketing", () => one.Email)));
    }

    /// <summary>What it reads is bound while those are gone through who have to hear of the decision.</summary>
    [Fact]
    public async Task ClockThatReadsWhileADecisionIsStored_KeepsNobodyFromHearingOfIt()
    {
        Action? asked = null;
        _host.Dispose();
        using var host = new TestHost(services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => Volatile.Read(ref asked)?.Invoke())));
        foreach (var id in new[] { 1, 2 })
            await host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        var messages = Enumerable.Range(0, 5).Select(static _ => new Message { From = 1, To = 2, Text = "value" }).ToList();
        Assert.All(messages, static one => Assert.Equal("value", In("marketing", () => one.Text)));

        var seen = new List<string>();
        asked = () =>
        {
            var own = Interlocked.Exchange(ref asked, null);
            seen.Add(In("marketing", static () => new Message { From = 1, To = 2, Text = "value" }.Text));
            Volatile.Write(ref asked, own);
        };
        await host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");
        asked = null;

        Assert.Equal("value", seen[0]);
        Assert.All(seen.Skip(1), static one => Assert.Equal("ConsentWithdrawn", one));
        Assert.All(messages, static one => Assert.Equal("ConsentWithdrawn", In("marketing", () => one.Text)));
    }

    [Fact]
    public async Task ThreadPoolWithoutAFreeThread_HoldsUpNoReadAndNoWithdrawal()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        using var release = new ManualResetEventSlim();
        ThreadPool.GetMinThreads(out var workers, out _);
        var held = Enumerable.Range(0, workers * 4).Select(_ => Task.Run(release.Wait)).ToList();
        var seen = new List<string>();
        // A thread of its own: nothing of it may wait for the pool.
        var thread = new Thread(() =>
        {
            seen.Add(In("marketing", () => _contact.Email));
            var withdrawal = _host.Ledger.WithdrawAsync(_person, "marketing");
            seen.Add(withdrawal.IsCompletedSuccessfully.ToString());
            seen.Add(In("marketing", () => _contact.Email));
            seen.Add(_host.Decisions.Decide(_person, "contact.email", "marketing").Allowed.ToString());
        });
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)));
        release.Set();
        await Task.WhenAll(held);

        Assert.Equal(["value", "True", "ConsentWithdrawn", "False"], seen);
    }

    /// <summary>A day of a busy site, 200,000 requests of other people each, in some seconds: what is kept must not grow with them.</summary>
    [Fact]
    public async Task TrafficOfADay_LeavesNothingBehind()
    {
        await SoakAsync(20_000, 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SoakAsync(180_000, 20_000);

        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(after - before < 8_000_000, $"{after - before} bytes are held after 180,000 more requests");

        async Task SoakAsync(int requests, int first)
        {
            for (var i = first; i < first + requests; i++)
            {
                var contact = new Contact { Id = 1000 + i, Email = "value" };
                using (PurposeScope.Enter(i % 2 == 0 ? "support" : "analytics"))
                    _ = contact.Email;
                _ = _host.Decisions.Decide(TestHost.Person(1000 + i), "contact.email", "support");
                if (i % 1000 == 0)
                    await PurposeScope.RunAsync("support", async _ => await Task.Yield());
            }
        }
    }
}
