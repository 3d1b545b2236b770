using Ethics.Crm.Decisions;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>Lists whose objects, people, policy or application change while they are worked through.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ChangingListTests
{
    private const string Lapsing = "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P1Y\" }";
    private const string Consented = "\"marketing\":       { \"basis\": \"consent\" }";

    [Fact]
    public async Task ObjectThatIsPutInThePlaceOfAnother_IsNotPermittedForIt()
    {
        Contact[] items = [new() { Id = 1, Email = "value" }];
        var refusing = new Contact { Id = 2, Email = "value" };
        var isArmed = false;
        using var host = new TestHost(configure: o => o.Tenant = _ =>
        {
            if (isArmed)
                items[0] = refusing;
            return "north";
        });
        await host.Ledger.GrantAsync(TestHost.Person(1), "marketing");

        isArmed = true;
        var split = items.SplitByPermission("marketing");
        isArmed = false;

        Assert.DoesNotContain(refusing, split.Permitted);
    }

    [Fact]
    public async Task ReloadThatLetsConsentLapse_LeavesNobodyOut()
    {
        using var host = new TestHost();
        var items = await AllAgreeAsync(host);
        var seen = new List<int>();
        foreach (var one in items.PermittedFor("marketing"))
        {
            seen.Add(one.Id);
            if (one.Id != 2)
                continue;
            Assert.True(host.Reload(TestHost.Policy.Replace(Consented, Lapsing)));
            Assert.Equal([1, 2, 3, 4, 5], items.PermittedFor("marketing").Select(static x => x.Id));
        }

        Assert.Equal([1, 2, 3, 4, 5], seen);
    }

    [Theory]
    [InlineData("slot")]
    [InlineData("lapsing")]
    [InlineData("tenant")]
    public async Task ApplicationThatStops_PermitsNobodyFromThenOn(string how)
    {
        using var host = new TestHost(how == "lapsing" ? TestHost.Policy.Replace(Consented, Lapsing) : TestHost.Policy, configure: how == "tenant" ? static o => o.Tenant = static _ => "north" : null);
        var items = await AllAgreeAsync(host);
        var seen = new List<int>();
        foreach (var one in items.PermittedFor("marketing"))
        {
            seen.Add(one.Id);
            if (one.Id == 2)
                HostRegistry.Instance.Stop(host.Host);
        }

        Assert.Equal([1, 2], seen);
        Assert.All(items.SplitByPermission("marketing").Refused, static one => Assert.NotEqual(Refusal.ConsentMissing, one.Decision.Refusal));
    }

    /// <summary>Whatever is decided between two objects, of those behind and of those ahead: the next one is the first that is allowed at that moment.</summary>
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 40)]
    [InlineData(3, 200)]
    [InlineData(4, 200)]
    public async Task EachObject_IsJudgedWhenItComesBy(int seed, int people)
    {
        var chance = new Random(seed);
        using var host = new TestHost();
        Contact[] items = [.. Enumerable.Range(1, people).Select(static id => new Contact { Id = id, Email = "value" })];
        foreach (var one in items)
            await DecideAsync(one.Id);

        for (var round = 0; round < 10; round++)
        {
            using var asked = items.PermittedFor("marketing").GetEnumerator();
            for (var at = 0; ; at++)
            {
                while (at < people && !new[] { items[at] }.PermittedFor("marketing").Any())
                    at++;
                Assert.Equal(at < people, asked.MoveNext());
                if (at == people)
                    break;
                Assert.Same(items[at], asked.Current);
                for (var changes = chance.Next(3); changes > 0; changes--)
                    await DecideAsync(Math.Min(people, Math.Max(1, at + chance.Next(-2, 6))));
            }
        }

        Task DecideAsync(int id) => chance.Next(4) switch
        {
            0 => host.Ledger.WithdrawAsync(TestHost.Person(id), "marketing"),
            1 => host.Ledger.RestrictAsync(TestHost.Person(id), "contested"),
            2 => host.Ledger.LiftRestrictionAsync(TestHost.Person(id)),
            _ => host.Ledger.GrantAsync(TestHost.Person(id), "marketing"),
        };
    }

    /// <summary>What was seen ahead counts until somebody decides something; whoever is bound meanwhile has decided nothing.</summary>
    [Fact]
    public async Task PersonWhoIsBound_ChangesNothingForOthers_OneWhoDecidesDoes()
    {
        using var host = new TestHost();
        var items = await AllAgreeAsync(host);
        Assert.Equal(5, items.PermittedFor("marketing").Count());
        var before = host.Host.Changes;

        Assert.Empty(new[] { new Contact { Id = 77 } }.PermittedFor("marketing"));
        Assert.Equal(before, host.Host.Changes);
        await host.Ledger.WithdrawAsync(TestHost.Person(3), "marketing");
        Assert.NotEqual(before, host.Host.Changes);
    }

    /// <summary>An array is looked at a row ahead. What people decide is seen until an object comes by; whose object it is, is read once.</summary>
    [Fact]
    public async Task Limit_IdThatIsChangedAheadInAnArray_IsNotSeen_InOtherListsItIs()
    {
        using var host = new TestHost();
        var items = await AllAgreeAsync(host);

        // Who is not bound to a person yet is looked at by itself.
        Assert.Equal(5, items.PermittedFor("marketing").Count());

        Assert.Equal([1, 2, 99, 4, 5], Changing(items).Select(static one => one.Id));
        items[2].Id = 3;
        Assert.Equal([1, 2, 4, 5], Changing(items.ToList()).Select(static one => one.Id));

        static IEnumerable<Contact> Changing(IReadOnlyList<Contact> items)
        {
            foreach (var one in items.PermittedFor("marketing"))
            {
                yield return one;
                if (one.Id == 2)
                    items[2].Id = 99;
            }
        }
    }

    /// <summary>One policy does not give the member to the purpose, the other wants consent that nobody gave: neither lets anybody pass.</summary>
    [Fact]
    public async Task Reloads_MixNoTwoPolicies()
    {
        var one = TestHost.Policy.Replace(Consented, "\"marketing\": { \"basis\": \"legitimate-interests\" }").Replace("[\"support\", \"marketing\",", "[\"support\",");
        using var host = new TestHost(one);
        Contact[] items = [.. Enumerable.Range(1, 500).Select(static id => new Contact { Id = id, Email = "value" })];
        using var ended = new CancellationTokenSource();
        var (passed, lists) = (0L, 0L);
        var asking = Task.Run(() =>
        {
            while (!ended.IsCancellationRequested)
            {
                passed += items.PermittedFor("marketing", static c => c.Email).Count() + items.SplitByPermission("marketing", static c => c.Email).Permitted.Count;
                Interlocked.Increment(ref lists);
            }
        });

        // On a busy machine all reloads would be over before the first list.
        while (Interlocked.Read(ref lists) == 0 && !asking.IsCompleted)
            await Task.Yield();
        for (var i = 0; i < 60; i++)
        {
            Assert.True(host.Reload(TestHost.Policy));
            Assert.True(host.Reload(one));
            // Everybody is bound under the policy that asks nobody.
            Assert.Equal(500, items.PermittedFor("marketing").Count());
        }

        await ended.CancelAsync();
        await asking;
        Assert.Equal(0, passed);
        Assert.True(lists > 0);
    }

    [Fact]
    public void ManyNulls_HaveOneReason()
    {
        using var host = new TestHost();

        var split = new Contact?[200_000].SplitByPermission("marketing");

        Assert.Equal(200_000, split.Refused.Count);
        Assert.Same(split.Refused[0].Decision, split.Refused[199_999].Decision);
    }

    private static async Task<Contact[]> AllAgreeAsync(TestHost host)
    {
        Contact[] items = [.. Enumerable.Range(1, 5).Select(static id => new Contact { Id = id, Email = "value" })];
        foreach (var one in items)
            await host.Ledger.GrantAsync(TestHost.Person(one.Id), "marketing");
        return items;
    }
}
