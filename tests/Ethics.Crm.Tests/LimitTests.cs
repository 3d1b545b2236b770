using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What the running program does not do yet, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LimitTests
{
    [Fact]
    public async Task Limit_MaximumAgeQuietHoursAndFrequency_AreNotEnforced()
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"maxAge\": \"P1D\", \"quietHours\": \"11:00/13:00\", \"frequency\": \"1/P7D\" }"));
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task Limit_ConsentIsForgotten_WithItsProcess()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        using (var first = new TestHost())
        {
            await first.Ledger.GrantAsync(TestHost.Person(7), "marketing");
            Assert.Equal("value", In("marketing", () => contact.Email));
        }

        using var next = new TestHost();
        Assert.Equal("ConsentMissing", In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task Limit_Staleness_HasNoEffectWithTheInMemoryLedger()
    {
        using var host = new TestHost(configure: static o => o.Staleness = TimeSpan.FromMilliseconds(1));
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("value", In("marketing", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Fact]
    public async Task Limit_IdThatIsChangedInPlace_StaysThePersonItWas()
    {
        using var host = new TestHost();
        var id = new Number { Value = 7 };
        var visit = new Visit { Id = id };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => visit.Text));

        id.Value = 8;
        Assert.Equal("value", In("marketing", () => visit.Text));

        // Another object with the same value too: the id in the slot has become equal to it.
        visit.Id = new Number { Value = 8 };
        Assert.Equal("value", In("marketing", () => visit.Text));

        // Nothing that is bound anew is wrong, and any other value finds its person.
        Assert.Equal("ConsentMissing", In("marketing", () => new Visit { Id = id }.Text));
        visit.Id = new Number { Value = 9 };
        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
    }

    private sealed record Number
    {
        public int Value { get; set; }
    }

    private sealed class Visit
    {
        private SubjectSlot<Number?> _subject;

        public Number? Id { get; set; }

        public string Text => ReadGate.Permits(Guards.Text.Mask, ref _subject, Id) ? "value" : ReadGate.Decide(Guards.Text, Guards.Subject, ref _subject, Id, "value");

        private static class Guards
        {
            public static readonly GuardedMember Text = new("Visit.Text", false, ["support"], ["support"], ["support"], new MemberLabel("Shop.Visit.Text", "contact.email", null, []));
            public static readonly SubjectBinder<Number?> Subject = new(static id => SubjectKeys.One("contact", id));
        }
    }
}
