using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>Why each person of a list is refused: kept with the slot once it has been found out, and never longer than it is so.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class RefusalReasonTests : IDisposable
{
    private static readonly string[] s_purposes = ["marketing", "marketing.email", "analytics", "fraud", "support"];

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Reason_IsThatOfTheMoment_HoweverOftenItWasAskedBefore()
    {
        Contact[] contacts = [new() { Id = 1, Email = "value" }];
        var person = TestHost.Person(1);

        Assert.Equal([Refusal.ConsentMissing, Refusal.ConsentMissing], Asked());
        await _host.Ledger.GrantAsync(person, "marketing");
        Assert.Single(contacts.SplitByPermission("marketing").Permitted);
        await _host.Ledger.WithdrawAsync(person, "marketing");
        Assert.Equal([Refusal.ConsentWithdrawn, Refusal.ConsentWithdrawn], Asked());
        await _host.Ledger.RestrictAsync(person, "contested");
        Assert.Equal([Refusal.Restriction, Refusal.Restriction], Asked());
        await _host.Ledger.LiftRestrictionAsync(person);
        Assert.Equal([Refusal.ConsentWithdrawn, Refusal.ConsentWithdrawn], Asked());
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"legitimate-interests\" }")));
        Assert.Equal([Refusal.ConsentWithdrawn, Refusal.ConsentWithdrawn], Asked());
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" },", "")));
        Assert.Equal([Refusal.UnknownPurpose, Refusal.UnknownPurpose], Asked());

        Refusal[] Asked() => [Of(contacts, "marketing")[0], Of(contacts, "marketing")[0]];
    }

    [Fact]
    public async Task ReasonsOfSeveralPurposes_StandBesideEachOther()
    {
        Contact[] contacts = [new() { Id = 1, Email = "value" }];
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        await _host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing.email");
        await _host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");
        await _host.Ledger.ObjectAsync(TestHost.Person(1), "analytics");

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal([Refusal.ConsentWithdrawn], Of(contacts, "marketing"));
            Assert.Equal([Refusal.ConsentWithdrawn], Of(contacts, "marketing.email"));
            Assert.Equal([Refusal.Objection], Of(contacts, "analytics"));
            Assert.Empty(contacts.SplitByPermission("support").Refused);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AfterEachDecision_EachReasonIsThatOfTheLedger(int seed)
    {
        var chance = new Random(seed);
        Contact[] contacts = [.. Enumerable.Range(0, 8).Select(static id => new Contact { Id = id, Email = "value" })];
        var merges = _host.Services.GetRequiredService<IPersonMerges>();
        var merged = new List<PersonMerge>();
        for (var step = 0; step < 400; step++)
        {
            var person = TestHost.Person(chance.Next(1, 8));
            var purpose = s_purposes[chance.Next(3)];
            switch (chance.Next(9))
            {
                case 0 or 1 or 2:
                    await _host.Ledger.GrantAsync(person, purpose);
                    break;
                case 3 or 4:
                    await _host.Ledger.WithdrawAsync(person, s_purposes[chance.Next(2)]);
                    break;
                case 5:
                    await _host.Ledger.ObjectAsync(person, purpose);
                    break;
                case 6 when merged.Count == 0:
                    merged.Add(await merges.MergeAsync(TestHost.Person(1), TestHost.Person(2)));
                    break;
                case 6:
                    await merges.UndoAsync(merged[0]);
                    merged.Clear();
                    break;
                case 7:
                    await _host.Ledger.RestrictAsync(person, "contested");
                    break;
                default:
                    await _host.Ledger.LiftRestrictionAsync(person);
                    break;
            }

            foreach (var asked in s_purposes)
            {
                var split = contacts.SplitByPermission(asked);
                Assert.Equal(
                    contacts.Select(one => Expected(one.Id, asked)).Where(static reason => reason is not null).Select(static reason => reason!.Value),
                    split.Refused.Select(static one => one.Decision.Refusal!.Value));
                Assert.Equal(contacts.Where(one => Expected(one.Id, asked) is null), split.Permitted);
            }
        }
    }

    [Fact]
    public async Task WithdrawalThatHasReturned_IsTheReason_WhoeverAsksMeanwhile()
    {
        Contact[] contacts = [.. Enumerable.Range(1, 50).Select(static id => new Contact { Id = id, Email = "value" })];
        using var ended = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            while (!ended.IsCancellationRequested)
                _ = contacts.SplitByPermission("marketing").Refused.Count;
        });

        for (var round = 0; round < 200; round++)
        {
            var person = TestHost.Person(1 + (round % 50));
            await _host.Ledger.GrantAsync(person, "marketing");
            await _host.Ledger.WithdrawAsync(person, "marketing");
            Assert.Equal([Refusal.ConsentWithdrawn], Of([contacts[round % 50]], "marketing"));
        }

        await ended.CancelAsync();
        await asking;
    }

    /// <summary>Between the look at the slot and the question why it refuses.</summary>
    [Fact]
    public async Task WhoAllowsItWhileTheReasonIsSought_IsRefusedForNone()
    {
        Action? meanwhile = null;
        _host.Dispose();
        using var host = new TestHost(services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => Interlocked.Exchange(ref meanwhile, null)?.Invoke())));
        Contact[] contacts = [new() { Id = 1, Email = "value" }];
        Assert.Equal([Refusal.ConsentMissing], Of(contacts, "marketing"));
        await host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");

        meanwhile = () => host.Ledger.GrantAsync(TestHost.Person(1), "marketing").GetAwaiter().GetResult();
        var split = contacts.SplitByPermission("marketing");

        Assert.Null(meanwhile);
        Assert.Empty(split.Refused);
        Assert.Equal(contacts, split.Permitted);
        meanwhile = () => host.Ledger.RestrictAsync(TestHost.Person(1), "contested").GetAwaiter().GetResult();
        await host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");
        Assert.Equal([Refusal.Restriction], Of(contacts, "marketing"));
    }

    [Fact]
    public void RefusedItem_IsFoundInItsList_AndOneOfAnotherObjectIsNot()
    {
        Contact[] contacts = [new() { Id = 1 }, new() { Id = 2 }];

        var refused = contacts.SplitByPermission("marketing").Refused;

        Assert.Equal(refused[0], refused[0]);
        Assert.Equal(refused[0].GetHashCode(), refused[0].GetHashCode());
        Assert.NotEqual(refused[0], refused[1]);
        Assert.Equal(1, ((IList<RefusedItem<Contact>>)refused).IndexOf(refused[1]));
        Assert.Empty(refused.Except(refused));
        Assert.NotEqual(refused[0], contacts.SplitByPermission("analytics", static c => c.Age).Refused[0]);
        Assert.Equal(new[] { 7 }.SplitByPermission("nothing").Refused[0].Item, new[] { 7 }.SplitByPermission("nothing").Refused[0].Item);
    }

    [Fact]
    public void WaysToRefuse_AreFew_InWhateverOrderPurposesAreAskedFor()
    {
        var type = new PeopleOfType(_host.Host, null, "contact");
        var chance = new Random(1);
        var found = new HashSet<RefusingOwner>(ReferenceEqualityComparer.Instance);
        for (var person = 0; person < 5_000; person++)
        {
            RefusingOwner? known = null;
            foreach (var bit in Enumerable.Range(0, 20).OrderBy(_ => chance.Next()))
            {
                if (type.Refusing(known, 1UL << bit, (Refusal)(bit % 3)) is not { } refusing)
                    continue;
                known = refusing;
                Assert.InRange(known.Count, 1, 8);
                Assert.Equal((Refusal)(bit % 3), known.Against(1UL << bit));
            }

            for (var one = known; one is not null; one = one.Others)
                found.Add(one);
        }

        Assert.InRange(found.Count, 1, 1024);
        Assert.Null(type.Refusing(null, 1, Refusal.Objection)?.Against(2));
    }

    [Fact]
    public void ReasonThatIsKnown_IsNotKeptOnceMore()
    {
        Contact[] contacts = [new() { Id = 1, Email = "value" }];
        var slot = _host.Host.Bind(new SubjectBinder<int>(static id => SubjectKeys.One("contact", id)), 1);
        Of(contacts, "marketing.email");
        for (var i = 0; i < 20; i++)
            Of(contacts, "marketing");

        Assert.Equal(2, slot.Reasons!.Count);
    }

    private static Refusal[] Of(Contact[] contacts, string purpose) => [.. contacts.SplitByPermission(purpose).Refused.Select(static one => one.Decision.Refusal!.Value)];

    // By key, which no slot has a say in.
    private Refusal? Expected(int id, string purpose) => _host.Decisions.Decide(id == 0 ? new SubjectKey(null, "contact", "") : TestHost.Person(id), "contact.email", purpose).Refusal;
}
