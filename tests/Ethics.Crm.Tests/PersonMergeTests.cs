using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Two records of one person, and back.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PersonMergeTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly Contact _one = new() { Id = 1, Email = "value" };
    private readonly Contact _other = new() { Id = 2, Email = "value" };

    private IPersonMerges Merges => _host.Services.GetRequiredService<IPersonMerges>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task MostRestrictiveStateWins_OnObjectsAlreadyRead_AndIsTakenBack()
    {
        await GrantAsync(1, 2);
        await _host.Ledger.WithdrawAsync(TestHost.Person(2), "marketing");
        Answers("marketing", one: "value", other: "ConsentWithdrawn");

        var merge = await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        Answers("marketing", one: "ConsentWithdrawn", other: "ConsentWithdrawn");

        await Merges.UndoAsync(merge);
        await Merges.UndoAsync(merge);
        Answers("marketing", one: "value", other: "ConsentWithdrawn");
    }

    [Fact]
    public async Task ObjectionRestrictionAndWhatWasNeverAsked_CountForBoth()
    {
        await GrantAsync(1);
        await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        Answers("marketing", one: "ConsentMissing", other: "ConsentMissing");
        Answers("analytics", one: "value", other: "value");

        await _host.Ledger.ObjectAsync(TestHost.Person(2), "analytics");
        Answers("analytics", one: "Objection", other: "Objection");
        await _host.Ledger.RestrictAsync(TestHost.Person(1), "contested");
        Answers("support", one: "Restriction", other: "Restriction");
        await _host.Ledger.LiftRestrictionAsync(TestHost.Person(2));
        Answers("support", one: "value", other: "value");
    }

    [Fact]
    public async Task DecisionWhileMerged_CountsUnderBothKeys_AndAfterwardsUnderItsOwn_AndEarlierOnesStayApart()
    {
        await GrantAsync(1);
        var merge = await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        await _host.Ledger.GrantAsync(TestHost.Person(2), "marketing.email");
        Answers("marketing.email", one: "value", other: "value");
        Assert.Equal([1L, 2L], (await _host.Ledger.HistoryAsync(TestHost.Person(2))).Select(static e => e.Sequence));

        await Merges.UndoAsync(merge);

        Answers("marketing.email", one: "value", other: "value");
        Answers("marketing", one: "value", other: "ConsentMissing");
        Assert.Equal([1L], (await _host.Ledger.HistoryAsync(TestHost.Person(1))).Select(static e => e.Sequence));
        Assert.Equal([2L], (await _host.Ledger.HistoryAsync(TestHost.Person(2))).Select(static e => e.Sequence));
        Assert.Single(await Merges.OfAsync(TestHost.Person(2)), static m => m.UndoneAt is not null);
        Assert.Empty(await Merges.OfAsync(TestHost.Person(3)));
    }

    /// <summary>Whoever cleans up thousands of double records does so under the lock of all reads: each merge went through all that had been before.</summary>
    [Fact]
    public async Task MergeAfterThousandsOfOthers_CostsNoMoreThanTheFirst()
    {
        await MergeAsync(0);
        var first = await AllocatedAsync(1);
        for (var i = 2; i < 3000; i++)
            await MergeAsync(i);

        Assert.InRange(await AllocatedAsync(3000), 1, first + 2000);

        async Task<long> AllocatedAsync(int pair)
        {
            // Not one at which a table grows.
            var least = long.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var merge = await MergeAsync(pair);
                Assert.Single(await Merges.OfAsync(merge.One), one => one.Id == merge.Id);
                await Merges.UndoAsync(merge);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }

        Task<PersonMerge> MergeAsync(int pair) => Merges.MergeAsync(TestHost.Person(1000 + (pair * 2)), TestHost.Person(1001 + (pair * 2)));
    }

    /// <summary>In whichever order records are found to be of one person, and to be of two.</summary>
    [Fact]
    public async Task ManyMerges_OfWhichSomeAreTakenBack_AreWhatCanBeReachedByTheOthers()
    {
        const int People = 12;
        var random = new Random(14);
        var held = new List<PersonMerge>();
        foreach (var id in Enumerable.Range(100, People))
            await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        await _host.Ledger.WithdrawAsync(TestHost.Person(100), "marketing");
        var loaded = Enumerable.Range(100, People).Select(static id => new Contact { Id = id, Email = "value" }).ToList();
        for (var step = 0; step < 300; step++)
        {
            if (held.Count > 0 && random.Next(100) < 40 + held.Count)
            {
                var at = random.Next(held.Count);
                await Merges.UndoAsync(held[at]);
                held.RemoveAt(at);
            }
            else if ((random.Next(People), random.Next(People)) is var (one, other) && one != other)
            {
                held.Add(await Merges.MergeAsync(TestHost.Person(100 + one), TestHost.Person(100 + other)));
            }

            var withFirst = new HashSet<string> { "100" };
            for (var i = 0; i < People; i++)
            {
                foreach (var merge in held.Where(merge => withFirst.Contains(merge.One.Id) || withFirst.Contains(merge.Other.Id)))
                    withFirst.UnionWith([merge.One.Id, merge.Other.Id]);
            }

            Assert.All(loaded, one => Assert.Equal(withFirst.Contains(one.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) ? "ConsentWithdrawn" : "value", In("marketing", () => one.Email)));
        }
    }

    /// <summary>If the merge was a mistake, it was somebody else who agreed.</summary>
    [Fact]
    public async Task MergeThatIsTakenBack_LeavesNobodyWithTheConsentOfAnother_NorWithoutTheirOwnRefusal()
    {
        await _host.Ledger.RestrictAsync(TestHost.Person(1), "contested");
        var merge = await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        await GrantAsync(2);
        await _host.Ledger.LiftRestrictionAsync(TestHost.Person(2));
        Answers("marketing", one: "value", other: "value");

        await Merges.UndoAsync(merge);
        Answers("marketing", one: "Restriction", other: "value");
        await _host.Ledger.LiftRestrictionAsync(TestHost.Person(1));
        Answers("marketing", one: "ConsentMissing", other: "value");
    }

    [Fact]
    public async Task ConsentWhileMerged_DoesNotLiftAnEarlierWithdrawalForGood()
    {
        await GrantAsync(1);
        await _host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");
        var merge = await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        await GrantAsync(2);
        Answers("marketing", one: "value", other: "value");

        await Merges.UndoAsync(merge);
        Answers("marketing", one: "ConsentWithdrawn", other: "value");
        await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        Answers("marketing", one: "ConsentWithdrawn", other: "ConsentWithdrawn");
    }

    /// <summary>Whoever said it, no use was wanted: that stays until each is asked.</summary>
    [Fact]
    public async Task RefusalWhileMerged_StaysUnderBothKeys()
    {
        await GrantAsync(1, 2);
        var merge = await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        await _host.Ledger.WithdrawAsync(TestHost.Person(2), "marketing");
        await Merges.UndoAsync(merge);
        Answers("marketing", one: "ConsentWithdrawn", other: "ConsentWithdrawn");
    }

    [Fact]
    public async Task ConsentUnderOneOfThree_StaysWithThoseThatAreStillOne()
    {
        var first = await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        var second = await Merges.MergeAsync(TestHost.Person(2), TestHost.Person(3));
        await GrantAsync(3);
        Answers("marketing", one: "value", other: "value");

        await Merges.UndoAsync(first);
        Answers("marketing", one: "ConsentMissing", other: "value");
        await Merges.UndoAsync(second);
        Answers("marketing", one: "ConsentMissing", other: "ConsentMissing");
        Assert.True(_host.Decisions.Decide(TestHost.Person(3), "contact.email", "marketing").Allowed);
    }

    [Fact]
    public async Task ThreeRecords_AreOnePerson_UntilTheOneInBetweenIsTakenOut()
    {
        await GrantAsync(1, 2, 3);
        await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        var second = await Merges.MergeAsync(TestHost.Person(2), TestHost.Person(3));
        await _host.Ledger.WithdrawAsync(TestHost.Person(3), "marketing");
        Answers("marketing", one: "ConsentWithdrawn", other: "ConsentWithdrawn");

        await Merges.UndoAsync(second);
        await _host.Ledger.GrantAsync(TestHost.Person(2), "marketing");

        Answers("marketing", one: "value", other: "value");
        Assert.False(_host.Decisions.Decide(TestHost.Person(3), "contact.email", "marketing").Allowed);
    }

    [Fact]
    public async Task WatchersAndReceiptsOfBoth_Follow()
    {
        await GrantAsync(1, 2);
        var told = 0;
        using var watch = _host.Ledger.Watch(TestHost.Person(1), _ => told++);
        await Merges.MergeAsync(TestHost.Person(1), TestHost.Person(2));
        await _host.Ledger.WithdrawAsync(TestHost.Person(2), "marketing");

        Assert.Equal(1, told);
        var receipt = await _host.Services.GetRequiredService<IConsentReceipts>().IssueAsync(TestHost.Person(1), "marketing");
        Assert.Equal(ConsentState.Withdrawn, receipt!.State);
        Assert.Equal(ConsentAction.Withdraw, (await _host.Ledger.ReceiptAsync(TestHost.Person(1), "marketing"))!.Action);
    }

    [Fact]
    public async Task Tenants_NeverMeet_AndWhatMakesNoSense_IsAnArgument()
    {
        var north = TestHost.Person(1) with { Tenant = "north" };
        await Assert.ThrowsAsync<ArgumentException>(() => Merges.MergeAsync(north, TestHost.Person(1) with { Tenant = "south" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Merges.MergeAsync(north, TestHost.Person(2)));
        await Assert.ThrowsAsync<ArgumentException>(() => Merges.MergeAsync(north, north));
        await Assert.ThrowsAsync<ArgumentException>(() => Merges.MergeAsync(north, default));
        var merge = await Merges.MergeAsync(north, TestHost.Person(2) with { Tenant = "north" });
        await Assert.ThrowsAsync<ArgumentException>(() => Merges.UndoAsync(merge with { Id = Guid.NewGuid() }));
        Assert.DoesNotContain("\"1\"", merge.ToString());
        await _host.Ledger.ObjectAsync(north, "analytics");
        Answers("analytics", one: "value", other: "value");
    }

    private async Task GrantAsync(params int[] people)
    {
        foreach (var person in people)
            await _host.Ledger.GrantAsync(TestHost.Person(person), "marketing");
    }

    /// <summary>Objects, decisions and lists.</summary>
    private void Answers(string purpose, string one, string other)
    {
        Assert.Equal((one, other), (In(purpose, () => _one.Email), In(purpose, () => _other.Email)));
        Assert.Equal((one == "value", other == "value"), (Decide(1), Decide(2)));
        Assert.Equal(new[] { one, other }.Count(static a => a == "value"), new[] { _one, _other }.PermittedFor(purpose).Count());

        bool Decide(int person) => _host.Decisions.Decide(TestHost.Person(person), "contact.email", purpose).Allowed;
    }
}
