using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>
/// Whatever has been read, copied, renamed and decided before: gate, lists of every type, bound values and the people themselves say the same of objects whose classes name their people in every way.
/// </summary>
[Collection(OneHostAtATime.Name)]
public sealed class DerivedListLaws : IDisposable
{
    private static readonly string[] Purposes = ["marketing", "analytics", "support"];

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task AnyHistory_IsAnsweredAlike_ByGateListsAndPeople(int seed)
    {
        var random = new Random(seed);
        var classes = Enumerable.Range(0, 40).Select(_ => NewClass(random)).ToList();
        var records = Enumerable.Range(0, 20).Select(_ => NewRecord(random)).ToList();
        var unmarked = Enumerable.Range(0, 10).Select(n => n % 2 == 0 ? (UnmarkedRecord)new MarkedRecord { Id = Id(random), Email = "value" } : new() { Id = Id(random), Email = "value" }).ToList();
        for (var step = 0; step < 60; step++)
        {
            await DecideAsync(random);
            Change(random, classes, records, unmarked);
            if (step % 6 != 5)
            {
                _ = In(Purposes[random.Next(3)], () => classes[random.Next(classes.Count)].Email);
                _ = In(Purposes[random.Next(3)], () => records[random.Next(records.Count)].Email);
                continue;
            }

            foreach (var purpose in Purposes.OrderBy(_ => random.Next()))
            {
                Same(purpose, [.. classes], static one => one.Email, PeopleOf);
                Same(purpose, [.. records], static one => one.Email, PeopleOf);
                Same(purpose, [.. unmarked], static one => one.Email, PeopleOf);
                Same(purpose, [.. classes.OfType<ClubContact>()], static one => one.Email, PeopleOf);
                Same(purpose, [.. classes.OfType<Couple>()], static one => one.Email, PeopleOf);
                Same(purpose, [.. classes.OfType<HidingContact>()], static one => one.Email, PeopleOf);
            }
        }
    }

    /// <summary>Long lists are sorted by several threads, and short rows of others lie between: no one takes the answer of a neighbour.</summary>
    [Fact]
    public async Task LongMixedList_IsSortedAsItsGatesAnswer()
    {
        var random = new Random(7);
        for (var i = 0; i < 12; i++)
            await DecideAsync(random);
        var all = Enumerable.Range(0, 100_000).Select(_ => NewClass(random)).ToArray();
        var allowed = all.Where(one => Allowed("marketing", PeopleOf(one))).ToHashSet(ReferenceEqualityComparer.Instance);

        for (var again = 0; again < 2; again++)
        {
            var split = all.SplitByPermission("marketing");
            Assert.Equal(allowed.Count, split.Permitted.Count);
            Assert.All(split.Permitted, one => Assert.Contains(one, allowed));
            Assert.Equal(all.Length, split.Permitted.Count + split.Refused.Count);
            Assert.Equal(split.Permitted, all.PermittedFor("marketing"));
        }
    }

    private void Same<T>(string purpose, T[] items, Func<T, string?> read, Func<T, List<SubjectKey>> people)
        where T : class
    {
        var expected = items.Where(one => Allowed(purpose, people(one))).ToList();
        // Read first or asked by lists first: both bind.
        var lists = new[] { items.PermittedFor(purpose).ToList(), items.ToList().PermittedFor(purpose).ToList(), items.Select(static one => one).PermittedFor(purpose).ToList(), items.Cast<object>().ToArray().PermittedFor(purpose).Cast<T>().ToList() };
        Assert.All(lists, list => Assert.Equal(expected, list, ReferenceEqualityComparer.Instance));
        var split = items.SplitByPermission(purpose);
        Assert.Equal(expected, split.Permitted, ReferenceEqualityComparer.Instance);
        var reasons = split.Refused.ToDictionary(static one => one.Item, static one => one.Decision.Refusal.ToString(), ReferenceEqualityComparer.Instance as IEqualityComparer<T>);
        foreach (var item in items)
        {
            var answer = reasons.GetValueOrDefault(item, "value");
            Assert.Equal((item.GetType(), answer), (item.GetType(), In(purpose, () => read(item))));
        }
    }

    private bool Allowed(string purpose, List<SubjectKey> people) =>
        people.TrueForAll(person => _host.Decisions.Decide(person, "contact.email", purpose).Allowed);

    private static List<SubjectKey> PeopleOf(BaseContact one) => one switch
    {
        ClubContact => [Key("contact", one.Id), Key("member", one.Id)],
        Couple couple => [Key("contact", one.Id), Key("contact", couple.Partner)],
        HidingContact hiding => [Key("contact", hiding.Id)],
        TenantContact tenant => [Key("contact", one.Id) with { Tenant = tenant.Tenant }],
        _ => [Key("contact", one.Id)],
    };

    private static List<SubjectKey> PeopleOf(ContactRecord one) => one switch
    {
        ClubRecord => [Key("contact", one.Id), Key("member", one.Id)],
        CoupleRecord couple => [Key("contact", one.Id), Key("contact", couple.Partner)],
        _ => [Key("contact", one.Id)],
    };

    private static List<SubjectKey> PeopleOf(UnmarkedRecord one) => one is MarkedRecord ? [Key("member", one.Id)] : [one.Id == 0 ? default : SubjectKey.Of<UnmarkedRecord>(one.Id)];

    private static SubjectKey Key(string type, int id) => id == 0 ? default : new(null, type, id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private async Task DecideAsync(Random random)
    {
        var person = random.Next(8) switch
        {
            0 => Key("member", random.Next(1, 4)),
            1 => Key("contact", random.Next(1, 4)) with { Tenant = "north" },
            2 => SubjectKey.Of<UnmarkedRecord>(random.Next(1, 4)),
            _ => Key("contact", random.Next(1, 4)),
        };
        await (random.Next(10) switch
        {
            0 => _host.Ledger.WithdrawAsync(person, "marketing"),
            1 => _host.Ledger.ObjectAsync(person, "analytics"),
            2 => _host.Ledger.RestrictAsync(person, "contested"),
            3 or 4 => _host.Ledger.LiftRestrictionAsync(person),
            5 => _host.Ledger.GrantAsync(person, "analytics"),
            _ => _host.Ledger.GrantAsync(person, "marketing"),
        });
    }

    private static void Change(Random random, List<BaseContact> classes, List<ContactRecord> records, List<UnmarkedRecord> unmarked)
    {
        var one = classes[random.Next(classes.Count)];
        one.Id = Id(random);
        if (one is Couple couple)
            couple.Partner = Id(random);
        else if (one is HidingContact hiding)
            hiding.Id = Id(random);
        else if (one is TenantContact tenant)
            tenant.Tenant = random.Next(2) == 0 ? "north" : null;

        var at = random.Next(records.Count);
        records[at] = random.Next(5) switch
        {
            0 => new ClubRecord(records[random.Next(records.Count)]),
            1 => new CoupleRecord(records[random.Next(records.Count)]) { Partner = Id(random) },
            2 => new RenamedRecord(records[random.Next(records.Count)]),
            3 => records[at] with { Id = Id(random) },
            _ => records[at] with { },
        };
        unmarked[random.Next(unmarked.Count)] = random.Next(2) == 0 ? new PlainRecord(unmarked[random.Next(unmarked.Count)]) : unmarked[random.Next(unmarked.Count)] with { };
    }

    private static BaseContact NewClass(Random random) => random.Next(6) switch
    {
        0 => new PlainContact { Id = Id(random), Email = "value" },
        1 => new ClubContact { Id = Id(random), Email = "value" },
        2 => new Couple { Id = Id(random), Partner = Id(random), Email = "value" },
        3 => new HidingContact { Id = Id(random), Email = "value" },
        4 => new TenantContact { Id = Id(random), Tenant = random.Next(2) == 0 ? "north" : null, Email = "value" },
        _ => new BaseContact { Id = Id(random), Email = "value" },
    };

    private static ContactRecord NewRecord(Random random) => new() { Id = Id(random), Email = "value" };

    private static int Id(Random random) => random.Next(5) == 0 ? 0 : random.Next(1, 4);
}
