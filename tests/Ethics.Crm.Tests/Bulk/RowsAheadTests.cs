using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>Rows of an array, of which the ones behind are fetched from memory while one is judged: whatever stands there, and whatever names its person.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class RowsAheadTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    /// <summary>A row is 64 objects, and two more are looked at: each length around their ends, with gaps, and with objects that are bound to nobody yet.</summary>
    [Fact]
    public async Task ArraysOfAnyLength_AreAnsweredAsTheirObjects()
    {
        for (var id = 1; id <= 40; id += 2)
            await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        foreach (var length in new[] { 0, 1, 63, 64, 65, 127, 128, 129, 191, 192, 193, 255, 256, 257, 320, 500 })
        {
            for (var seed = 0; seed < 8; seed++)
            {
                var chance = new Random((length * 8) + seed);
                Contact?[] items = [.. Enumerable.Range(0, length).Select(_ => chance.Next(20) == 0 ? null : new Contact { Id = chance.Next(0, 41), Email = "value" })];
                var expected = items.Where(static one => one is not null && one.Id % 2 == 1).ToList();
                // Some are bound, of those some to somebody else.
                foreach (var one in items)
                {
                    if (one is not null && chance.Next(3) == 0)
                        new[] { one }.PermittedFor("marketing").Count();
                    if (one is not null && chance.Next(30) == 0)
                        (one.Id, expected) = (2, [.. expected.Where(other => other != one)]);
                }

                for (var again = 0; again < 3; again++)
                {
                    Assert.Equal(expected, items.PermittedFor("marketing"));
                    var split = items.SplitByPermission("marketing");
                    Assert.Equal(expected, split.Permitted);
                    Assert.Equal(length - expected.Count, split.Refused.Count);
                }
            }
        }
    }

    [Fact]
    public async Task IdThatNamesSomebodyElse_AfterItsObjectWasBound_IsNotAnsweredForTheOneBefore()
    {
        await ChangesAsync(static (key, id) => key.Id = id, static () => new KeyOfInt(), 1, 2);
        await ChangesAsync(static (key, id) => key.Id = id, static () => new KeyOfLong(), 1, 1 + (1L << 32));
        await ChangesAsync(static (key, id) => key.Id = id, static () => new KeyOfShort(), (short)1, (short)257);
        await ChangesAsync(static (key, id) => key.Id = id, static () => new KeyOfText(), "a", "b");
        // They differ in the last byte, and in the first.
        await ChangesAsync(static (key, id) => key.Id = id, static () => new KeyOfGuid(), new Guid("00000000-0000-0000-0000-000000000001"), new Guid("00000000-0000-0000-0000-000000000002"));
        await ChangesAsync(static (key, id) => key.Id = id, static () => new KeyOfGuid(), new Guid("10000000-0000-0000-0000-000000000003"), new Guid("20000000-0000-0000-0000-000000000003"));
    }

    private async Task ChangesAsync<T, TId>(Action<T, TId> name, Func<T> make, TId agreeing, TId silent)
        where T : class
    {
        T[] items = [.. Enumerable.Range(0, 300).Select(_ => Of(agreeing))];
        await _host.Ledger.GrantAsync(SubjectKey.Of(items[0]), "marketing");
        for (var again = 0; again < 2; again++)
            Assert.Equal(items, items.PermittedFor("marketing"));

        name(items[70], silent);
        name(items[299], silent);

        var others = items.Where((_, i) => i is not (70 or 299)).ToList();
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(others, items.PermittedFor("marketing"));
            Assert.Equal(others, items.SplitByPermission("marketing").Permitted);
        }

        name(items[70], agreeing);
        name(items[299], agreeing);
        Assert.Equal(items, items.PermittedFor("marketing"));

        T Of(TId id)
        {
            var one = make();
            name(one, id);
            return one;
        }
    }
}

[DataSubject]
public sealed partial class KeyOfInt
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public partial string Email { get; set; }
}

[DataSubject]
public sealed partial class KeyOfLong
{
    [DataSubjectId]
    public long Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public partial string Email { get; set; }
}

[DataSubject]
public sealed partial class KeyOfShort
{
    [DataSubjectId]
    public short Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public partial string Email { get; set; }
}

[DataSubject]
public sealed partial class KeyOfText
{
    [DataSubjectId]
    public string Id { get; set; } = "";

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public partial string Email { get; set; }
}

[DataSubject]
public sealed partial class KeyOfGuid
{
    [DataSubjectId]
    public Guid Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public partial string Email { get; set; }
}
