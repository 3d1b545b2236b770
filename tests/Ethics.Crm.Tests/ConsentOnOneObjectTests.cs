using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class ConsentOnOneObjectTests
{
    [Fact]
    public async Task OneObject_RefusedAllowedGrantedWithdrawn()
    {
        using var host = new TestHost();
        var contact = new Contact { Id = 7, Email = "value" };

        Assert.Equal("NoScope", Outcome(() => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => contact.Email));
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => contact.Email));
        await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
    }

    [Fact]
    public async Task Withdrawal_InsideAnOpenScope_HoldsAtTheNextRead_OnEveryObjectOfThatPerson()
    {
        using var host = new TestHost();
        var one = new Contact { Id = 7, Email = "one" };
        var two = new Contact { Id = 7, Email = "two" };
        var other = new Contact { Id = 8, Email = "other" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        await host.Ledger.GrantAsync(TestHost.Person(8), "marketing");

        using (PurposeScope.Enter("marketing"))
        {
            Assert.Equal("one", Outcome(() => one.Email));
            Assert.Equal("two", Outcome(() => two.Email));
            Assert.Equal("other", Outcome(() => other.Email));

            await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");

            Assert.Equal("ConsentWithdrawn", Outcome(() => one.Email));
            Assert.Equal("ConsentWithdrawn", Outcome(() => two.Email));
            Assert.Equal("other", Outcome(() => other.Email));
        }
    }

    [Fact]
    public async Task ChangedId_TakesTheDecisionsOfTheNewPerson()
    {
        using var host = new TestHost();
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        var contact = new Contact { Id = 7, Email = "value" };
        Assert.Equal("value", In("marketing", () => contact.Email));

        contact.Id = 8;
        Assert.Equal("ConsentMissing", In("marketing", () => contact.Email));

        contact.Id = 7;
        Assert.Equal("value", In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task Copy_FollowsItsOwnId()
    {
        using var host = new TestHost();
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        var contact = new Contact { Id = 7, Email = "value" };
        Assert.Equal("value", In("marketing", () => contact.Email));

        var copy = contact.Copy();
        Assert.Equal("value", In("marketing", () => copy.Email));
        copy.Id = 9;
        Assert.Equal("ConsentMissing", In("marketing", () => copy.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
    }

    [Theory]
    [InlineData("support", "value")]
    [InlineData("marketing", "SubjectUnknown")]
    [InlineData("analytics", "SubjectUnknown")]
    [InlineData("fraud", "SubjectUnknown")]
    public void UnsetId_IsNobody_SoOnlyWhatNeedsNoDecisionIsAllowed(string purpose, string expected)
    {
        using var host = new TestHost();
        var contact = new Contact { Email = "value" };

        Assert.Equal(expected, In(purpose, () => contact.Email));
    }

    [Theory]
    [InlineData("analytics")]
    [InlineData("fraud")]
    public async Task LegitimateInterestsAndPublicTask_AreAllowedUntilThePersonObjects(string purpose)
    {
        using var host = new TestHost();
        var contact = new Contact { Id = 7, Email = "value" };
        Assert.Equal("value", In(purpose, () => contact.Email));

        await host.Ledger.ObjectAsync(TestHost.Person(7), purpose);

        Assert.Equal("Objection", In(purpose, () => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
    }

    [Fact]
    public async Task Restriction_StopsEveryUse_AndAGrantDoesNotLiftIt()
    {
        using var host = new TestHost();
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.RestrictAsync(TestHost.Person(7), "accuracy is contested");

        Assert.Equal("Restriction", In("support", () => contact.Email));
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("Restriction", In("marketing", () => contact.Email));

        await host.Ledger.LiftRestrictionAsync(TestHost.Person(7));
        Assert.Equal("value", In("support", () => contact.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task DataAboutTwoPeople_NeedsBothToAllow()
    {
        using var host = new TestHost();
        var message = new Message { From = 1, To = 2, Text = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        Assert.Equal("ConsentMissing", In("marketing", () => message.Text));

        await host.Ledger.GrantAsync(TestHost.Person(2), "marketing");
        Assert.Equal("value", In("marketing", () => message.Text));

        await host.Ledger.WithdrawAsync(TestHost.Person(1), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => message.Text));
    }

    [Fact]
    public async Task ReadsThatStartAfterAWithdrawalReturned_AreNeverAllowed()
    {
        using var host = new TestHost();
        var leaks = 0;
        for (var round = 1; round <= 200; round++)
        {
            var person = round;
            await host.Ledger.GrantAsync(TestHost.Person(person), "marketing");
            var contacts = Enumerable.Range(0, 4).Select(_ => new Contact { Id = person, Email = "value" }).ToArray();
            var withdrawn = 0;
            var readers = contacts.Select(contact => Task.Run(() =>
            {
                using (PurposeScope.Enter("marketing"))
                {
                    for (var i = 0; i < 200; i++)
                    {
                        var after = Volatile.Read(ref withdrawn) == 1;
                        if (Outcome(() => contact.Email) == "value" && after)
                            Interlocked.Increment(ref leaks);
                    }
                }
            })).ToArray();
            await host.Ledger.WithdrawAsync(TestHost.Person(person), "marketing");
            Volatile.Write(ref withdrawn, 1);
            await Task.WhenAll(readers);
            Assert.Equal("ConsentWithdrawn", In("marketing", () => contacts[0].Email));
        }

        Assert.Equal(0, leaks);
    }
}
