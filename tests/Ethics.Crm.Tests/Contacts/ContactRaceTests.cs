using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Letters that are written at the same moment find no more places than there are.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactRaceTests : ContactApplication
{
    private const int Letters = 64;

    [Fact]
    public async Task LettersToOnePerson_TakeAsManyPlacesAsThereAre_HoweverManyMembersEachReads()
    {
        for (var round = 0; round < 20; round++)
        {
            Host.Clock.Advance(TimeSpan.FromDays(7));
            var before = Recorded;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, Letters).Select(static n => n).Select(_ => Task.Run(Letter)));

            Assert.Equal(3, outcomes.Count(static one => one == "value"));
            Assert.Equal(Letters - 3, outcomes.Count(static one => one == "Frequency"));
            Assert.InRange(Recorded - before, -100, 3);
        }
    }

    /// <summary>Members of one letter that are read on many threads are one contact.</summary>
    [Fact]
    public void ReadsOfOneLetter_OnManyThreads_AreOneContact()
    {
        for (var round = 0; round < 50; round++)
        {
            Host.Clock.Advance(TimeSpan.FromDays(1));
            using (Scopes.Enter("marketing.email", "sms"))
            {
                var outcomes = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(_ => Outcome(() => Contact().Email)).Distinct().ToList();
                // The week is full after three days.
                Assert.Equal([round % 7 < 3 ? "value" : "Frequency"], outcomes);
            }
        }
    }

    /// <summary>A merge that comes in the middle of a letter, and withdrawals: whatever order they have, nobody gets more letters than the terms allow.</summary>
    [Fact]
    public async Task MergesAndDecisions_BesideLetters_EndWithoutADeadlock()
    {
        var merges = Host.Services.GetRequiredService<IPersonMerges>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var work = Enumerable.Range(0, 4).Select(n => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                if (n == 0)
                    await merges.UndoAsync(await merges.MergeAsync(TestHost.Person(7), TestHost.Person(9)));
                else if (n == 1)
                    await (i % 2 == 0 ? Host.Ledger.WithdrawAsync(TestHost.Person(9), "marketing") : Host.Ledger.GrantAsync(TestHost.Person(9), "marketing"));
                else
                    Assert.Contains(Letter(n == 2 ? 7 : 9), new[] { "value", "Frequency", "ConsentWithdrawn" });
            }
        }));

        await Task.WhenAll(work).WaitAsync(stop.Token);
        Assert.InRange(Recorded, 1, 6);
    }

    private string Letter() => Letter(7);

    private string Letter(int id)
    {
        using (Scopes.Enter("marketing", "email"))
        {
            var first = Outcome(() => Contact(id).Email);
            return first == "value" && Outcome(() => Contact(id).Note) is var second && second != "note" && second != "ConsentWithdrawn" ? "torn: " + second : first;
        }
    }
}
