using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>Many people at once, answered as the gate answers each.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PermittedForTests : IDisposable
{
    private readonly TestHost _host = new(TestHost.With("""
        "rules": [ { "id": "no-age", "deny": { "categories": ["contact.age"], "purposes": ["marketing"] }, "because": "P11", "evenWithConsent": true } ]
        """));
    private readonly List<Contact> _contacts = [.. Enumerable.Range(0, 6).Select(static id => new Contact { Id = id, Email = "value" })];

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task ThoseWhoConsented_ArePermitted_AndTheOthersAreRefusedEachForItsReason()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        await _host.Ledger.GrantAsync(TestHost.Person(2), "marketing");
        await _host.Ledger.WithdrawAsync(TestHost.Person(2), "marketing");
        await _host.Ledger.GrantAsync(TestHost.Person(3), "marketing");
        await _host.Ledger.RestrictAsync(TestHost.Person(3), "contested");
        await _host.Ledger.GrantAsync(TestHost.Person(4), "marketing.email");

        var split = _contacts.SplitByPermission("marketing");

        Assert.Equal([1], _contacts.PermittedFor("marketing").Select(static c => c.Id));
        Assert.Equal([1, 4], _contacts.PermittedFor("marketing.email").Select(static c => c.Id));
        Assert.Equal([1], split.Permitted.Select(static c => c.Id));
        Assert.Equal(
            [(0, Refusal.SubjectUnknown), (2, Refusal.ConsentWithdrawn), (3, Refusal.Restriction), (4, Refusal.ConsentMissing), (5, Refusal.ConsentMissing)],
            split.Refused.Select(static r => (r.Item.Id, r.Decision.Refusal!.Value)));
        Assert.All(split.Refused, static r => Assert.False(string.IsNullOrEmpty(r.Decision.Remedy)));
        Assert.Equal("1 permitted, 5 refused", split.ToString());
        Assert.All(split.Refused, static r => Assert.Equal(r.Decision.Reason, r.ToString()));
    }

    [Fact]
    public async Task WhatTheBasisNeedsNoYesFor_IsPermitted_UntilTheNo()
    {
        Assert.Equal([1, 2, 3, 4, 5], _contacts.PermittedFor("analytics").Select(static c => c.Id));
        Assert.Equal([0, 1, 2, 3, 4, 5], _contacts.PermittedFor("support").Select(static c => c.Id));

        await _host.Ledger.ObjectAsync(TestHost.Person(2), "analytics");
        await _host.Ledger.RestrictAsync(TestHost.Person(5), "contested");

        Assert.Equal([1, 3, 4], _contacts.PermittedFor("analytics").Select(static c => c.Id));
        Assert.Equal([0, 1, 2, 3, 4], _contacts.PermittedFor("support").Select(static c => c.Id));
    }

    [Fact]
    public async Task MembersThatThePurposeMayNotHave_LeaveNobody_WhoeverConsented()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");

        Assert.Equal([1], _contacts.PermittedFor("marketing", static c => c.Email).Select(static c => c.Id));
        Assert.Equal([1], _contacts.PermittedFor("marketing", static c => c.Email, static c => c.Note).Select(static c => c.Id));
        Assert.Empty(_contacts.PermittedFor("marketing", static c => c.Email, static c => c.Age));
        var refused = _contacts.SplitByPermission("marketing", static c => c.Age).Refused;
        Assert.Equal(6, refused.Count);
        Assert.Contains(refused, static r => r.Decision is { Refusal: Refusal.NotPermitted or Refusal.DeniedByRule });
        Assert.Empty(_contacts.PermittedFor("billing", static c => c.Email));
    }

    [Fact]
    public async Task WhoWithdrawsWhileTheListIsWorkedThrough_IsLeftOutOfWhatFollows()
    {
        for (var id = 1; id <= 5; id++)
            await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        var sent = new List<int>();

        foreach (var contact in _contacts.PermittedFor("marketing"))
        {
            sent.Add(contact.Id);
            if (contact.Id == 2)
                await _host.Ledger.WithdrawAsync(TestHost.Person(4), "marketing");
        }

        Assert.Equal([1, 2, 3, 5], sent);
    }

    [Fact]
    public async Task PolicyThatIsReplacedWhileTheListIsWorkedThrough_CountsForWhatFollows()
    {
        for (var id = 1; id <= 5; id++)
            await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        var sent = new List<int>();

        foreach (var contact in _contacts.PermittedFor("marketing", static c => c.Email))
        {
            sent.Add(contact.Id);
            if (contact.Id == 2)
                Assert.True(_host.Reload(TestHost.Policy.Replace("[\"support\", \"marketing\",", "[\"support\",")));
        }

        Assert.Equal([1, 2], sent);
    }

    [Fact]
    public void UnknownPurpose_PermitsNobody_AndTheReasonNamesIt_ABlankOneIsAnArgument()
    {
        Assert.Empty(_contacts.PermittedFor("marketting"));
        Assert.All(_contacts.SplitByPermission("marketting").Refused, static r => Assert.Contains("'marketing'", r.Decision.Remedy));
        Assert.Throws<ArgumentException>(() => _contacts.PermittedFor(" "));
    }

    [Fact]
    public void WhatHasNoLabel_OrIsNoMember_IsAnArgument_AndNullIsNobody()
    {
        Assert.Throws<ArgumentException>(() => _contacts.PermittedFor("support", static c => c.Id));
        Assert.Throws<ArgumentException>(() => _contacts.PermittedFor("support", static c => c.Email.Length));
        Assert.Equal(2, new Contact?[] { _contacts[1], null, _contacts[2] }.PermittedFor("support").Count());
        Assert.Single(new Contact?[] { null }.SplitByPermission("support").Refused);
    }

    [Fact]
    public async Task LapsingConsent_CountsUntilItsDay()
    {
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P1D\" }")));
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");

        Assert.Equal([1], _contacts.PermittedFor("marketing").Select(static c => c.Id));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(_contacts.PermittedFor("marketing"));
    }

    [Fact]
    public async Task EveryShapeOfAnObject_IsAnsweredAsItsGateAnswers()
    {
        var customer = new CustomerId(Guid.NewGuid());
        var other = new CustomerId(Guid.NewGuid());
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(customer), "marketing");
        await _host.Ledger.GrantAsync(SubjectKey.Of<Card>(3), "marketing");
        await _host.Ledger.GrantAsync(new SubjectKey("north", "patient", "5"), "marketing");

        Same([new Customer { Id = customer }, new Customer { Id = other }, new CustomerProxy { Id = customer }, new CustomerProxy { Id = other }], static c => c.Email);
        Same([new Order { CustomerId = customer }, new Order { CustomerId = other }, new Order()], static o => o.Note);
        Same([new Call { Caller = customer, Callee = customer }, new Call { Caller = customer, Callee = other }, new Call { Callee = customer }], static c => c.Transcript);
        Same([new Card(3), new Card(4), new Card(0)], static c => c.Text);
        Same([new Patient { Number = 5, Clinic = "north" }, new Patient { Number = 5, Clinic = "south" }, new Patient { Number = 5 }], static p => p.Email);
        Same([new Message { From = 1, To = 2 }], static m => m.Text);
    }

    private static void Same<T>(T[] items, Func<T, string?> read)
    {
        // Bound and not bound yet.
        for (var i = 0; i < 2; i++)
        {
            var permitted = items.PermittedFor("marketing").ToList();
            Assert.Equal(items.Where(item => In("marketing", () => read(item)) is "" or "null"), permitted);
        }
    }
}
