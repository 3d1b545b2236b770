using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>People whose data names no tenant belong to the one that the application names at the moment.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CurrentTenantTests : IDisposable
{
    private readonly AsyncLocal<string?> _tenant = new();
    private readonly TestHost _host;
    private bool _isKnown = true;

    public CurrentTenantTests() => _host = new(configure: o => o.Tenant = _ => _isKnown ? _tenant.Value : throw new InvalidOperationException("no request"));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task SameObject_IsAnotherPersonInAnotherTenant_AlsoInsideOneScope()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        await _host.Ledger.GrantAsync(TestHost.Person(7) with { Tenant = "north" }, "marketing");
        using (PurposeScope.Enter("marketing"))
        {
            for (var i = 0; i < 3; i++)
            {
                _tenant.Value = "north";
                Assert.Equal("value", Outcome(() => contact.Email));
                _tenant.Value = "south";
                Assert.Equal("ConsentMissing", Outcome(() => contact.Email));
                _tenant.Value = null;
                Assert.Equal("ConsentMissing", Outcome(() => contact.Email));
            }
        }
    }

    [Fact]
    public async Task LedgerAndGate_MeanTheSameTenant()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        _tenant.Value = "north";
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => contact.Email));
        await _host.Ledger.WithdrawAsync(TestHost.Person(7) with { Tenant = "north" }, "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task OwnTenant_CountsWhateverTheApplicationNames()
    {
        var patient = new Patient { Number = 7, Clinic = "north", Email = "value" };
        await _host.Ledger.GrantAsync(SubjectKey.Of(patient), "marketing");
        foreach (var tenant in new[] { "north", "south", null })
        {
            _tenant.Value = tenant;
            Assert.Equal("value", In("marketing", () => patient.Email));
        }

        patient.Clinic = null;
        _tenant.Value = "south";
        Assert.Equal("ConsentMissing", In("marketing", () => patient.Email));
        _tenant.Value = "north";
        Assert.Equal("value", In("marketing", () => patient.Email));
    }

    [Fact]
    public async Task SeveralPeople_AreThoseOfTheCurrentTenant()
    {
        var message = new Message { From = 1, To = 2, Text = "value" };
        foreach (var person in new[] { 1, 2 })
            await _host.Ledger.GrantAsync(TestHost.Person(person) with { Tenant = "north" }, "marketing");
        _tenant.Value = "north";
        Assert.Equal("value", In("marketing", () => message.Text));
        _tenant.Value = "south";
        Assert.Equal("ConsentMissing", In("marketing", () => message.Text));
    }

    [Fact]
    public async Task Withdrawal_HoldsAtTheNextRead()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        _tenant.Value = "north";
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        using (PurposeScope.Enter("marketing"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
            Assert.Equal("ConsentWithdrawn", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void ApplicationThatCannotNameItsTenant_LetsNothingPass()
    {
        _isKnown = false;
        var contact = new Contact { Id = 7, Email = "value" };
        Assert.Throws<InvalidOperationException>(() => In("marketing", () => contact.Email));
    }
}
