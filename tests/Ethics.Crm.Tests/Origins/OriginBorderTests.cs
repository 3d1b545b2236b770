using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Origins;

[DataSubject("contact")]
public partial class DatedParty
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedAt(nameof(At))]
    public partial string Email { get; set; } = "value";

    public DateTimeOffset At { get; set; }
}

public class DatedCustomer : DatedParty
{
    public new DateTimeOffset At { get; set; }
}

[DataSubject("contact")]
public class BoughtOnTheField
{
    [DataSubjectId]
    public int Id { get; set; }

    [field: DataCategory("contact.email"), CollectedFrom("bought-list")]
    public string Company { get; set; } = "value";

    [field: DataCategory("contact.email"), CollectedFrom("web-form")]
    public string Name { get; set; } = "value";
}

/// <summary>What tells the time reads what it dates.</summary>
[DataSubject("contact")]
public partial class DatedByItself
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedAt(nameof(EmailAt))]
    public partial string? Email { get; set; } = "value";

    public DateTimeOffset? EmailAt => Email is null ? null : DateTimeOffset.UtcNow;
}

/// <summary>Age and source where a value has left its object, or is dated from elsewhere.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class OriginBorderTests : IDisposable
{
    private readonly TestHost _host = new(TestHost.With("\"sources\": { \"web-form\": { \"direct\": true }, \"bought-list\": { \"direct\": false } }")
        .Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"maxAge\": \"P90D\" }"));

    public OriginBorderTests() => _host.Ledger.GrantAsync(TestHost.Person(7), "marketing").GetAwaiter().GetResult();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task StoredValue_IsNoYoungerThanItWas()
    {
        var bound = Stored(Bound.From(new Prospect { Id = 7, EmailAt = _host.Clock.GetUtcNow().AddDays(-4000) }, static one => one.Email));

        using (PurposeScope.Enter("marketing"))
            Assert.Equal(Refusal.TooOld, (await Assert.ThrowsAsync<PurposeViolationException>(() => bound.OpenAsync())).Refusal);
        using (PurposeScope.Enter("support"))
            Assert.Equal("value", await bound.OpenAsync());
    }

    [Fact]
    public async Task StoredValue_StillComesFromWhereItCameFrom()
    {
        var bound = Stored(Bound.From(new Prospect { Id = 7 }, static one => one.Bought));

        using (PurposeScope.Enter("support"))
        {
            Assert.Equal(Refusal.SourceUntold, (await Assert.ThrowsAsync<PurposeViolationException>(() => bound.OpenAsync())).Refusal);
            await _host.Services.GetRequiredService<ISourceNotices>().RecordAsync(TestHost.Person(7), "bought-list");
            Assert.Equal("value", await bound.OpenAsync());
        }
    }

    [Fact]
    public void List_LooksWhereTheGateLooks()
    {
        var old = new DatedCustomer { Id = 7, At = _host.Clock.GetUtcNow() };
        ((DatedParty)old).At = _host.Clock.GetUtcNow().AddDays(-4000);
        var young = new DatedCustomer { Id = 7 };
        ((DatedParty)young).At = _host.Clock.GetUtcNow();

        Assert.Equal("TooOld", In("marketing", () => old.Email));
        Assert.Equal("value", In("marketing", () => young.Email));
        Assert.Equal([young], new[] { old, young }.PermittedFor("marketing", static one => one.Email));
    }

    [Fact]
    public void SourceOnABackingField_CountsAsLabelsDo()
    {
        var one = new[] { new BoughtOnTheField { Id = 7 } };

        Assert.Empty(one.PermittedFor("support", static of => of.Company));
        Assert.Single(one.PermittedFor("support", static of => of.Name));
    }

    [Fact]
    public void TimeThatReadsWhatItDates_IsNone()
    {
        var one = new DatedByItself { Id = 7 };

        Assert.Equal("NoScope", Outcome(() => one.Email));
        Assert.Equal("TooOld", In("marketing", () => one.Email));
        Assert.Equal("value", In("support", () => one.Email!));
    }

    private static Bound<string> Stored(Bound<string> bound)
    {
        var storage = new StorageSerializer();
        return storage.Deserialize<Bound<string>>(storage.Serialize(bound))!;
    }
}
