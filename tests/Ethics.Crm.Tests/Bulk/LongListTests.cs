using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>Lists so long that all processors sort them: the same answers, in the same order, with the same failures.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LongListTests : IDisposable
{
    // Three sections and a bit.
    private const int Count = 100_003;

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task LongList_IsSortedAsEachOfItsObjects()
    {
        var chance = new Random(7);
        var people = Enumerable.Range(1, 500).Select(static id => TestHost.Person(id)).ToList();
        foreach (var person in people)
        {
            if (chance.Next(2) == 0)
                await _host.Ledger.GrantAsync(person, "marketing");
            if (chance.Next(4) == 0)
                await _host.Ledger.WithdrawAsync(person, "marketing");
            if (chance.Next(4) == 0)
                await _host.Ledger.RestrictAsync(person, "contested");
        }

        // Some say of nobody, some are not there.
        Contact?[] items = [.. Enumerable.Range(0, Count).Select(_ => chance.Next(1000) == 0 ? null : new Contact { Id = chance.Next(1, 510), Email = "value" })];
        var ofOne = items.Where(static item => item is not null).GroupBy(static item => item!.Id).ToDictionary(static same => same.Key, same => Short(same.First()!));

        for (var again = 0; again < 3; again++)
        {
            var split = items.SplitByPermission("marketing");

            Assert.Equal(items.Where(item => item is not null && ofOne[item.Id] is null), split.Permitted);
            Assert.Equal(items.PermittedFor("marketing"), split.Permitted);
            Assert.Equal(items.Where(item => item is null || ofOne[item.Id] is not null), split.Refused.Select(static one => one.Item));
            Assert.All(split.Refused.Where(static one => one.Item is not null), one => Assert.Equal(ofOne[one.Item!.Id], one.Decision.Refusal));
            Assert.All(Enumerable.Range(0, split.Refused.Count), i => Assert.Equal(split.Refused[i].Decision.Refusal, split.Refused[i].Item is { } item ? ofOne[item.Id] : Refusal.SubjectUnknown));
            Assert.Equal(split.Permitted, Enumerable.Range(0, split.Permitted.Count).Select(i => split.Permitted[i]));
        }

        Assert.True(ofOne.Values.Distinct().Count() > 3);

        Refusal? Short(Contact contact) => new[] { contact }.SplitByPermission("marketing").Refused.SingleOrDefault()?.Decision.Refusal;
    }

    [Fact]
    public void Sections_ShareEachReason()
    {
        Contact[] items = [.. Enumerable.Range(0, Count).Select(static _ => new Contact { Id = 1, Email = "value" })];
        items.SplitByPermission("marketing");

        var split = items.SplitByPermission("marketing");

        Assert.Equal(Count, split.Refused.Count);
        Assert.All(split.Refused, one => Assert.Same(split.Refused[0].Decision, one.Decision));
    }

    [Fact]
    public async Task ObjectThatIsPutInThePlaceOfAnother_IsNeverPermittedForIt()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var (agreed, refusing) = (new Contact { Id = 1, Email = "value" }, new Contact { Id = 2, Email = "value" });
        Contact[] items = [.. Enumerable.Repeat(agreed, Count)];
        items[0] = refusing;
        items.SplitByPermission("marketing");
        using var ended = new CancellationTokenSource();
        var exchanging = Task.Run(() =>
        {
            for (var i = 0; !ended.IsCancellationRequested; i = (i + 1) % Count)
                items[i] = ReferenceEquals(items[i], agreed) ? refusing : agreed;
        });

        for (var i = 0; i < 100; i++)
        {
            var split = items.SplitByPermission("marketing");
            Assert.DoesNotContain(refusing, split.Permitted);
            Assert.DoesNotContain(refusing, items.PermittedFor("marketing"));
            Assert.DoesNotContain(split.Refused, one => ReferenceEquals(one.Item, agreed));
        }

        await ended.CancelAsync();
        await exchanging;
    }

    [Fact]
    public async Task IdThatCannotBeRead_IsToldByItsOwnException()
    {
        Failing[] items = [.. Enumerable.Range(0, Count).Select(static _ => new Failing { Number = 1 })];
        await _host.Ledger.GrantAsync(SubjectKey.Of(items[0]), "marketing");
        Assert.Equal(Count, items.SplitByPermission("marketing").Permitted.Count);

        items[70_000].Number = 0;

        Assert.Equal("no number", Assert.Throws<InvalidOperationException>(() => items.SplitByPermission("marketing")).Message);
        items[70_000].Number = 1;
        Assert.Equal(items, items.SplitByPermission("marketing").Permitted);
    }

    [Fact]
    public async Task IdThatCannotBeRead_IsMetInItsTurn()
    {
        Failing[] items = [.. Enumerable.Range(0, 100).Select(static _ => new Failing { Number = 1 })];
        await _host.Ledger.GrantAsync(SubjectKey.Of(items[0]), "marketing");
        Assert.Equal(items, items.PermittedFor("marketing"));
        items[40].Number = 0;
        var seen = new List<Failing>();

        Assert.Equal("no number", Assert.Throws<InvalidOperationException>(() => seen.AddRange(Each())).Message);
        Assert.Equal(40, _came);

        IEnumerable<Failing> Each()
        {
            foreach (var one in items.PermittedFor("marketing"))
            {
                _came++;
                yield return one;
            }
        }
    }

    private int _came;

    [Fact]
    public async Task IdThatCannotBeRead_EndsNoList_AndIsNotMetTwice()
    {
        Failing[] items = [.. Enumerable.Range(0, 100).Select(static _ => new Failing { Number = 1 })];
        await _host.Ledger.GrantAsync(SubjectKey.Of(items[0]), "marketing");
        Assert.Equal(items, items.PermittedFor("marketing"));
        items[0].Number = items[40].Number = items[41].Number = items[99].Number = 0;
        using var asked = items.PermittedFor("marketing").GetEnumerator();
        var (seen, failed) = (new List<Failing>(), 0);
        while (true)
        {
            try
            {
                if (!asked.MoveNext())
                    break;
                seen.Add(asked.Current);
            }
            catch (InvalidOperationException e) when (e.Message == "no number")
            {
                failed++;
            }
        }

        Assert.Equal(4, failed);
        Assert.Equal(items.Where(static one => one.Number == 1), seen);
        Assert.False(asked.MoveNext());
    }

    /// <summary>Nor may it ever get one: what holds them all may be waiting for whoever asks.</summary>
    [Fact]
    public async Task ThreadPoolWithoutAFreeThread_HoldsUpNoLongList()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        Contact[] items = [.. Enumerable.Range(0, Count).Select(static _ => new Contact { Id = 1, Email = "value" })];
        Assert.Equal(Count, items.SplitByPermission("marketing").Permitted.Count);
        using var release = new ManualResetEventSlim();
        ThreadPool.GetMaxThreads(out var most, out var ports);
        ThreadPool.GetMinThreads(out var few, out _);
        Assert.True(ThreadPool.SetMaxThreads(few, ports));
        var (held, found) = (new List<Task>(), 0);
        try
        {
            held.AddRange(Enumerable.Range(0, few * 4).Select(_ => Task.Run(release.Wait)));
            var thread = new Thread(() => found = items.SplitByPermission("marketing").Permitted.Count);
            thread.Start();
            Assert.True(thread.Join(TimeSpan.FromMinutes(1)));
        }
        finally
        {
            release.Set();
            Assert.True(ThreadPool.SetMaxThreads(most, ports));
        }

        await Task.WhenAll(held);
        Assert.Equal(Count, found);
    }

    [Fact]
    public async Task ApplicationThatStops_PermitsNobodyOfALongList()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        Contact[] items = [.. Enumerable.Range(0, Count).Select(static _ => new Contact { Id = 1, Email = "value" })];
        Assert.Equal(Count, items.SplitByPermission("marketing").Permitted.Count);

        Decisions.HostRegistry.Instance.Stop(_host.Host);

        Assert.Empty(items.SplitByPermission("marketing").Permitted);
    }
}

[DataSubject]
public sealed partial class Failing
{
    public int Number { get; set; }

    [DataSubjectId]
    public int Id => Number > 0 ? Number : throw new InvalidOperationException("no number");

    [DataCategory("contact.email"), CollectedFor("support", "marketing")]
    public partial string? Email { get; set; }
}
