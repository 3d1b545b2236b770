using Ethics.Crm.Contacts;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Two applications in one process, which contact the same person: each knows its own letters, its own consent and its own hours.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactHostTests : ContactApplication
{
    private readonly TestHost _other = new(Policy, o => o.TimeZone = static (_, _) => Berlin);

    [Fact]
    public async Task ContactScopes_AskThePeopleOfTheirApplication_AndKeepItsPlaces()
    {
        using (_other)
        {
            Assert.Equal("ConsentMissing", InOther(() => Contact().Email));
            Assert.Equal("value", Sent("marketing.email", "email", () => Contact().Email));
            await _other.Ledger.GrantAsync(TestHost.Person(7), "marketing");
            Assert.Equal("value", InOther(() => Contact().Email));
            Assert.Equal(("Frequency", "Frequency"), (Sent("marketing.email", "email", () => Contact().Email), InOther(() => Contact().Email)));
            Assert.Equal((1, 1), (Recorded, RecordedInOther));

            // Night for one of them is none for the other, and the same object is asked about.
            await _other.Ledger.GrantAsync(TestHost.Person(8), "marketing");
            var contact = Contact(8);
            Assert.Equal(("QuietHours", "value"), (Sent("marketing", "email", () => contact.Email), InOther(() => contact.Email)));
        }
    }

    [Fact]
    public async Task ContactScopeInsideThatOfAnotherApplication_IsOfItsOwn_AndTheOuterOneComesBack()
    {
        using (_other)
        {
            await _other.Ledger.GrantAsync(TestHost.Person(9), "marketing");
            var contact = Contact(9);
            using (Scopes.Enter("marketing", "email"))
            {
                Assert.Equal("value", Outcome(() => contact.Email));
                await Host.Ledger.WithdrawAsync(TestHost.Person(9), "marketing");
                Assert.Equal("value", InOther(() => contact.Email));
                Assert.Equal("ConsentWithdrawn", Outcome(() => contact.Email));
                Assert.Equal("ConsentWithdrawn", In("marketing", () => contact.Email));
            }

            Assert.Equal((1, 1), (Recorded, RecordedInOther));
        }
    }

    [Fact]
    public void ScopeOfAnApplicationThatHasStopped_ContactsNobody_WhileTheOtherOneGoesOn()
    {
        var scopes = _other.Services.GetRequiredService<IContactScopes>();
        using (scopes.Enter("support", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            ((IDisposable)_other.Services).Dispose();
            Assert.Equal("PolicyUnavailable", Outcome(() => Contact().Email));
            Assert.Equal("PolicyUnavailable", In("support", () => Contact().Email));
        }

        Assert.Throws<InvalidOperationException>(() => scopes.Enter("support", "email"));
        Assert.Equal("value", Sent("support", "email", () => Contact().Email));
    }

    private int RecordedInOther => ((InMemoryContactLog)_other.Services.GetRequiredService<IContactLog>()).Known;

    private string InOther(Func<string?> read)
    {
        using (_other.Services.GetRequiredService<IContactScopes>().Enter("marketing.email", "email"))
            return Outcome(read);
    }
}
