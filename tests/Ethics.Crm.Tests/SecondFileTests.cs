using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Ethics.Crm.Runtime;
using Ethics.Crm.Telemetry;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Two hosts of one process, each with a policy file of its own: what one closes, the other's older copy must not open again.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class SecondFileTests : IDisposable
{
    private static readonly string Narrow = TestHost.Policy.Replace("[\"support\", \"marketing\"", "[\"marketing\"");
    private static readonly string Wide = TestHost.Policy.Replace("\"fraud\"]", "\"fraud\", \"billing\"]");

    private readonly TestHost _one = new();
    private readonly TestHost _other = new();
    private readonly Contact _contact = new() { Id = 7, Email = "value" };

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task WhatOneFileCloses_TheOthersUnchangedCopyDoesNotOpenAgain()
    {
        Assert.True(_one.Reload(Narrow));
        Assert.Equal("NotPermitted", In("support", () => _contact.Email));

        _other.Write("ethics.policy.json", "// touched\n" + TestHost.Policy);
        _other.LookAtFiles();
        _other.LookAtFiles();

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
        Assert.Equal(HealthStatus.Healthy, (await _one.HealthAsync()).Status);
        Assert.Equal(HealthStatus.Degraded, (await _other.HealthAsync()).Status);
        Assert.Contains(_one.PolicyPath, Assert.Single(_other.Log.Entries).Text);
    }

    [Fact]
    public async Task WhatOneFileOpens_WaitsUntilTheOtherSaysTheSame()
    {
        Assert.False(_one.Reload(Wide));
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
        Assert.Equal(HealthStatus.Degraded, (await _one.HealthAsync()).Status);

        Assert.True(_other.Reload(Wide));
        Assert.Equal("value", In("billing", () => _contact.Email));
        _one.LookAtFiles();
        Assert.Equal(HealthStatus.Healthy, (await _one.HealthAsync()).Status);
    }

    [Fact]
    public async Task WhatOneFileOpens_IsHealthyOnceTheOtherHasOpenedIt_WithoutAnotherChange()
    {
        Assert.False(_one.Reload(Wide));
        // Its own notification, if there was one, is used up.
        _one.LookAtFiles();
        Assert.True(_other.Reload(Wide));

        Assert.Equal(HealthStatus.Degraded, (await _one.HealthAsync()).Status);
        _one.LookAtFiles();

        Assert.Equal(HealthStatus.Healthy, (await _one.HealthAsync()).Status);
    }

    [Fact]
    public void WhatWaitsForAHost_IsTakenOnceThatHasStopped()
    {
        Assert.False(_one.Reload(Wide));

        ((IDisposable)_other.Services).Dispose();
        _one.LookAtFiles();

        Assert.Equal("value", In("billing", () => _contact.Email));
    }

    [Fact]
    public void TwoHostsOfOneFile_FollowItTogether()
    {
        using var third = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        ((IDisposable)_other.Services).Dispose();

        Assert.True(_one.Reload(Wide));

        Assert.Equal("value", In("billing", () => _contact.Email));
    }

    [Fact]
    public void OutdatedReading_OfTheSlowerOfTwoHostsOfOneFile_DoesNotOpenAgainWhatTheQuickerOneClosed()
    {
        using var slower = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        ((IDisposable)_other.Services).Dispose();
        var outdated = PolicyReading.Of(_one.PolicyPath);
        Assert.True(_one.Reload(Narrow));

        var offer = HostRegistry.Instance.Offer(slower.Host, outdated);

        Assert.True(offer.IsOutdated);
        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
        Assert.True(HostRegistry.Instance.Offer(slower.Host, PolicyReading.Of(_one.PolicyPath)).IsInForce);
    }

    [Fact]
    public void FileThatIsLookedAt_HoldsUpNoOtherHostAndNoRead()
    {
        ((IDisposable)_other.Services).Dispose();
        var reading = PolicyReading.Of(_one.Write("ethics.policy.json", Narrow));
        var isFree = false;

        var offer = HostRegistry.Instance.Offer(_one.Host, reading, r =>
        {
            // A disk that does not answer would hold up whatever waits for this lock: starts, first reads of a type, other reloads.
            var other = new Thread(() => isFree = TakesTheLock());
            other.Start();
            other.Join();
            return r.IsOutdated();
        });

        Assert.True(isFree);
        Assert.True(offer.IsInForce);

        static bool TakesTheLock()
        {
            if (!Monitor.TryEnter(GateRuntime.Sync))
                return false;
            Monitor.Exit(GateRuntime.Sync);
            return true;
        }
    }

    [Fact]
    public void NewerReadingThatIsTakenWhileTheSlowerHostLooks_IsNotOverwritten()
    {
        using var slower = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        ((IDisposable)_other.Services).Dispose();
        var billing = PolicyReading.Of(_one.Write("ethics.policy.json", Wide));
        var looks = 0;

        var offer = HostRegistry.Instance.Offer(slower.Host, billing, r =>
        {
            var isOutdated = r.IsOutdated();
            if (++looks == 1)
                Assert.True(_one.Reload(Narrow));
            return isOutdated;
        });

        Assert.True(offer.IsOutdated);
        Assert.Equal(2, looks);
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
    }

    [Fact]
    public void NewerReadingThatSaysWhatIsInForce_IsNotOverwrittenEither()
    {
        using var slower = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        ((IDisposable)_other.Services).Dispose();
        var billing = PolicyReading.Of(_one.Write("ethics.policy.json", Wide));
        var looks = 0;

        var offer = HostRegistry.Instance.Offer(slower.Host, billing, r =>
        {
            var isOutdated = r.IsOutdated();
            // Written back before anybody took it.
            if (++looks == 1)
                Assert.True(_one.Reload(TestHost.Policy));
            return isOutdated;
        });

        Assert.True(offer.IsOutdated);
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
    }

    [Fact]
    public void HostsThatKeepTakingReadingsWhileOneLooks_LeaveItToTryLater()
    {
        using var slower = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        ((IDisposable)_other.Services).Dispose();
        var billing = PolicyReading.Of(_one.Write("ethics.policy.json", Wide));
        var looks = 0;

        var offer = HostRegistry.Instance.Offer(slower.Host, billing, _ =>
        {
            looks++;
            Assert.True(_one.Reload(looks % 2 == 0 ? TestHost.Policy : Narrow));
            return false;
        });

        Assert.True(offer.IsOutdated);
        Assert.InRange(looks, 2, 8);
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
    }

    [Fact]
    public async Task HostsOfOneFileThatReadWhileItIsWritten_EndWithWhatItHoldsLast()
    {
        using var second = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        using var third = new TestHost(configure: o => o.PolicyFile = _one.PolicyPath);
        ((IDisposable)_other.Services).Dispose();
        TestHost[] hosts = [_one, second, third];
        using var written = new CancellationTokenSource();
        var reloads = hosts.Select(host => Task.Run(() => ReloadUntil(host, written.Token))).ToArray();

        for (var i = 0; i < 60; i++)
            _one.Write("ethics.policy.json", i % 2 == 0 ? Wide : Narrow);
        await written.CancelAsync();
        await Task.WhenAll(reloads);

        // Every host read it once more after the last time it was written.
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
        Assert.All(hosts, host => Assert.False(HostRegistry.Instance.IsWaiting(host.Host)));

        static void ReloadUntil(TestHost host, CancellationToken written)
        {
            while (!written.IsCancellationRequested)
                host.Reload();
            while (!host.Reload())
            {
            }
        }
    }

    [Fact]
    public void FileThatChangesWhileItIsRead_IsReadAgainOnceItHasSettled_AndIsNoError()
    {
        ((IDisposable)_other.Services).Dispose();
        var reads = 0;
        var log = new CapturedLog();
        using var watcher = new PolicyWatcher(_one.Host, PolicyReading.Of(_one.PolicyPath), HostRegistry.Instance, new PolicyStatus(), static changed => new TestNotifications(changed), new Instruments(null), log)
        {
            Read = path =>
            {
                var reading = PolicyReading.Of(path);
                if (++reads == 1)
                    File.WriteAllText(path, Narrow);
                return reading;
            },
        };
        watcher.Start();
        File.WriteAllText(_one.PolicyPath, Wide);

        Assert.False(watcher.Reload());
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
        _one.Clock.Advance(PolicyWatcher.Settle);

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
        Assert.Equal("NotPermitted", In("billing", () => _contact.Email));
        Assert.Empty(log.At(Microsoft.Extensions.Logging.LogLevel.Error));
        Assert.Empty(log.At(Microsoft.Extensions.Logging.LogLevel.Warning));
    }
}
