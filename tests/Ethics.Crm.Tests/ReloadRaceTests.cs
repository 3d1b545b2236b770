using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Reads on other threads while policies take turns: each is answered by the old policy, the new one, or what both permit.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReloadRaceTests
{
    private const int Readers = 3;
    private const int Reloads = 150;

    // 'fraud' is refused by both: in one the data was not collected for it, in the other the person would have to consent. Only a mixture of them permits it.
    private static readonly string One = TestHost.Policy
        .Replace("\"analytics\", \"fraud\"]", "\"analytics\", \"billing\"]").Replace("\"fraud\":           { \"basis\": \"public-task\" }", "\"fraud\": { \"basis\": \"contract\" }");

    private static readonly string Other = TestHost.Policy
        .Replace("\"fraud\":           { \"basis\": \"public-task\" }", "\"fraud\": { \"basis\": \"consent\" }");

    [Fact]
    public async Task ConcurrentReads_AreNeverAnsweredByAMixtureOfTwoPolicies()
    {
        using var host = new TestHost(One);
        var shared = new Contact { Id = 7, Email = "value" };
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadUntil(shared, stop.Token))).ToArray();

        for (var i = 0; i < Reloads; i++)
        {
            Assert.True(host.Reload(i % 2 == 0 ? Other : One));
            // The reload is over: from here on the new policy answers alone.
            Assert.Equal(i % 2 == 0 ? "NotPermitted" : "value", In("billing", () => shared.Email));
            Assert.Equal(i % 2 == 0 ? "ConsentMissing" : "NotPermitted", In("fraud", () => shared.Email));
        }

        await stop.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.Equal(0, seen.Sum(s => s.Mixed));
        Assert.Equal(0, seen.Sum(s => s.RefusedByNeither));
        Assert.All(seen, s => Assert.True(s.Reads > 0));
    }

    private static (int Reads, int Mixed, int RefusedByNeither) ReadUntil(Contact shared, CancellationToken stop)
    {
        var (reads, mixed, refused) = (0, 0, 0);
        while (!stop.IsCancellationRequested)
        {
            var fresh = new Contact { Id = 8, Email = "value" };
            using (PurposeScope.Enter("fraud"))
            {
                for (var i = 0; i < 50; i++)
                    mixed += (Outcome(() => shared.Email) == "value" ? 1 : 0) + (Outcome(() => fresh.Email) == "value" ? 1 : 0);
            }

            using (PurposeScope.Enter("support"))
            {
                for (var i = 0; i < 50; i++)
                    refused += (Outcome(() => shared.Email) == "value" ? 0 : 1) + (Outcome(() => fresh.Email) == "value" ? 0 : 1);
            }

            reads += 200;
        }

        return (reads, mixed, refused);
    }
}
