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
