using System.Runtime.CompilerServices;
using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;
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
    public async Task ObjectThatItsFinalizerGivesBack_StillFollows()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Lease();
        Collect();
        var back = Assert.Single(Leased.Pool);

        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");

        Assert.Equal("ConsentWithdrawn", In("marketing", () => back.Email));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lease()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        Assert.Equal("value", In("marketing", () => contact.Email));
        _ = new Leased(contact);
    }

    private sealed class Leased(Contact contact)
    {
        public static readonly List<Contact> Pool = [];

        ~Leased() => Pool.Add(contact);
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
        var table = new SlotTable();
        var kept = FindOrAdd(table, 1);
        Fill(table);
        Collect();
        Assert.InRange(table.Living.Count(), 1, 2);
        Assert.Same(kept, FindOrAdd(table, 1));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Fill(SlotTable table)
        {
            for (var id = 2; id < 5_000; id++)
                FindOrAdd(table, id);
        }
    }

    [Fact]
    public void Sweep_LooksAtFewOfThem_HoweverManyThereAre()
    {
        var table = new SlotTable();
        var kept = Enumerable.Range(1, 50_000).Select(id => FindOrAdd(table, id)).ToList();

        Assert.Equal(50_000, table.Count);
        Assert.InRange(table.LargestPart, 1, 200);
        Assert.All(kept, slot => Assert.Same(slot, FindOrAdd(table, slot.Key)));
        Assert.All(kept, slot => Assert.Same(slot, Assert.Single(table.Of(TestHost.Person(slot.Key)))));
    }

    [Fact]
    public void PeopleWhoComeAndGo_ArePassedOn_WithoutPilingUp()
    {
        var table = new SlotTable();
        for (var round = 0; round < 40; round++)
        {
            Fill(table, 1 + round * 5_000);
            Collect();
        }

        // Of 200,000: what came since the last sweeps, and no more.
        Assert.InRange(table.Count, 1, 60_000);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Fill(SlotTable table, int first)
        {
            for (var id = first; id < first + 5_000; id++)
                FindOrAdd(table, id);
        }
    }

    [Fact]
    public void OnePersonUnderSeveralTypesOfKey_IsFoundWhole_AndAnothersSlotsAreNot()
    {
        var (table, host) = (new SlotTable(), new SilentHost());
        var types = new PeopleTypes();
        SubjectKey person = new("north", "contact", "7"), lead = new("north", "lead", "7"), south = new("south", "contact", "7");
        ConsentSlot[] ofPerson = [new ConsentSlot<int>(types.Of(host, person), 7), new ConsentSlot<long>(types.Of(host, person), 7), new ConsentSlot<(string, int)>(new NamedPeople(host, [person]), ("north", 7))];
        foreach (var slot in ofPerson)
            table.Add(person, slot);
        table.Add(lead, new ConsentSlot<int>(types.Of(host, lead), 7));
        table.Add(south, new ConsentSlot<int>(types.Of(host, south), 7));

        Assert.Equal(ofPerson, table.Of(person));
        Assert.Same(ofPerson[1], table.Find(person, host, 7L, out _));
        Assert.Null(table.Find(person, host, 8L, out var isTaken));
        Assert.True(isTaken);
        Assert.Null(table.Find(person, new SilentHost(), 7L, out isTaken));
        Assert.False(isTaken);
        Assert.Same(types.Of(host, person), ofPerson[0].Owner);
        Assert.NotSame(types.Of(host, south), types.Of(host, lead));
    }

    /// <summary>Of ten million: benchmarks/results/decisions.md.</summary>
    [Fact]
    public void PersonInMemory_CostsAtMost64Bytes_BesideTheObjectAboutThem()
    {
        var contacts = Enumerable.Range(1_000_001, 300_000).Select(static id => new Contact { Id = id, Email = "value" }).ToArray();
        Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using (PurposeScope.Enter("support"))
        {
            foreach (var contact in contacts)
                _ = contact.Email;
        }

        Collect();
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)contacts.Length;
        GC.KeepAlive(contacts);
        // The weak handle lies outside of the collector's memory.
        Assert.InRange(held + IntPtr.Size, 40, 64);
    }

    private static readonly PeopleOfType Contacts = new(new SilentHost(), null, TestHost.Person(1).SubjectType);

    private static ConsentSlot<int> FindOrAdd(SlotTable table, int id)
    {
        if (table.Find(TestHost.Person(id), Contacts.Host, id, out _) is { } known)
            return known;
        var slot = new ConsentSlot<int>(Contacts, id);
        table.Add(TestHost.Person(id), slot);
        return slot;
    }

    private sealed class SilentHost : GateHost
    {
        public override bool IsRunning => true;

        public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key) => throw new NotSupportedException();
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
