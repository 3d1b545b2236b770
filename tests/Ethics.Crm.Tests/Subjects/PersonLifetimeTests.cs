using System.Runtime.CompilerServices;
using Ethics.Crm.Consent;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>A person is in memory as long as an object is about them; what they decided lives longer.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PersonLifetimeTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task DecisionWhileNoObjectLives_HoldsForTheNextOne()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Read(7, "value");
        Collect();
        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Read(7, "ConsentWithdrawn");
    }

    [Fact]
    public async Task ObjectThatOutlivesItsPersonsOtherObjects_StillFollows()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        var last = new Contact { Id = 7, Email = "value" };
        Assert.Equal("value", In("marketing", () => last.Email));
        Read(7, "value");
        Collect();
        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => last.Email));
    }

    [Fact]
    public async Task PersonWithManyConversations_IsFollowedByAllOfThem()
    {
        foreach (var person in Enumerable.Range(1, 101))
            await _host.Ledger.GrantAsync(TestHost.Person(person), "marketing");
        var messages = Enumerable.Range(2, 100).Select(to => new Message { From = 1, To = to, Text = "value" }).ToList();
        Assert.All(messages, message => Assert.Equal("value", In("marketing", () => message.Text)));
        Collect();
        await _host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");
        Assert.All(messages, message => Assert.Equal("ConsentWithdrawn", In("marketing", () => message.Text)));
    }

    [Fact]
    public void PeopleOfWhomNothingIsLeft_AreForgotten()
    {
        var registry = new PersonRegistry();
        var kept = registry.FindOrAdd(TestHost.Person(1));
        Fill(registry);
        Collect();
        Assert.InRange(registry.Living.Count(), 1, 2);
        Assert.Same(kept, registry.FindOrAdd(TestHost.Person(1)));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Fill(PersonRegistry registry)
        {
            for (var id = 2; id < 5_000; id++)
                registry.FindOrAdd(TestHost.Person(id));
        }
    }

    [Fact]
    public void Sweep_LooksAtFewOfThem_HoweverManyThereAre()
    {
        var registry = new PersonRegistry();
        var kept = Enumerable.Range(1, 50_000).Select(id => registry.FindOrAdd(TestHost.Person(id))).ToList();

        Assert.Equal(50_000, registry.Count);
        Assert.InRange(registry.LargestPart, 1, 1_000);
        Assert.All(kept, person => Assert.Same(person, registry.Find(person.Key)));
    }

    [Fact]
    public void PeopleWhoComeAndGo_ArePassedOn_WithoutPilingUp()
    {
        var registry = new PersonRegistry();
        for (var round = 0; round < 40; round++)
        {
            Fill(registry, 1 + round * 5_000);
            Collect();
        }

        // Of 200,000: what came since the last sweeps, and no more.
        Assert.InRange(registry.Count, 1, 60_000);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Fill(PersonRegistry registry, int first)
        {
            for (var id = first; id < first + 5_000; id++)
                registry.FindOrAdd(TestHost.Person(id));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Read(int id, string expected) => Assert.Equal(expected, In("marketing", () => new Contact { Id = id, Email = "value" }.Email));

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
