using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Scopes inside each other, scopes that have ended, and what changes while one is open.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactScopeEndTests : ContactApplication
{
    [Fact]
    public void ScopeThatHasBeenClosed_ContactsNobody()
    {
        var scope = Scopes.Enter("marketing", "email");
        scope.Dispose();

        Assert.Equal("NoScope", Outcome(() => Contact().Email));
        using (PurposeScope.Enter("marketing"))
        {
            using (Scopes.Enter("marketing.email", "email"))
                Assert.Equal("value", Outcome(() => Contact().Email));
            // The one around it is none of contacts.
            Assert.Equal("value", Outcome(() => Contact(8).Email));
        }

        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void WorkThatOutlivesTheScope_ContactsNobodyInIt_AndIsNoPartOfItInWhatItOpensThen()
    {
        ExecutionContext captured;
        using (Scopes.Enter("marketing", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            captured = ExecutionContext.Capture()!;
        }

        Assert.Equal("ClosedScope", Later(() => Outcome(() => Contact().Email)));
        Assert.Equal("value", Later(() => In("marketing", () => Contact(8).Email)));
        Assert.Equal(1, Recorded);
        Assert.Equal("QuietHours", Later(() => Sent("marketing", "email", () => Contact(8).Email)));
        Assert.Equal("value", Later(() => Sent("marketing", "email", () => Contact().Email)));
        Assert.Equal(2, Recorded);

        string Later(Func<string> work)
        {
            var outcome = "";
            ExecutionContext.Run(captured, _ => outcome = work(), null);
            return outcome;
        }
    }

    [Fact]
    public async Task WhatWasOpenedInsideAndIsStillOpen_IsHeldToTheScopeThatHasEnded()
    {
        using var begun = new SemaphoreSlim(0);
        using var closed = new SemaphoreSlim(0);
        Task<string> late;
        using (Scopes.Enter("marketing", "email"))
        {
            late = Task.Run(async () =>
            {
                using var inner = PurposeScope.Enter("marketing", "support");
                var before = Outcome(() => Contact().Email);
                begun.Release();
                await closed.WaitAsync();
                var after = string.Join(", ", Outcome(() => Contact().Email), Outcome(() => Contact(9).Email));
                return $"{before}, {after}, {In("support", () => Contact(8).Email)}";
            });
            await begun.WaitAsync();
        }

        closed.Release();
        Assert.Equal("value, ClosedScope, ClosedScope, value", await late);
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public async Task WorkThatIsStartedInside_BelongsToTheContact()
    {
        using (Scopes.Enter("marketing.email", "email"))
        {
            Assert.Equal("value", await Task.Run(() => Outcome(() => Contact().Email)));
            await Task.Yield();
            Assert.Equal("note", Outcome(() => Contact().Note));
        }

        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void ContactScopeInside_IsAContactOfItsOwn()
    {
        using (Scopes.Enter("marketing.email", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            Assert.Equal("value", Sent("marketing.email", "sms", () => Contact().Email));
            Assert.Equal("Frequency", Sent("marketing.email", "email", () => Contact().Email));
            Assert.Equal("value", Outcome(() => Contact().Email));
        }

        Assert.Equal(2, Recorded);
    }

    [Fact]
    public async Task PurposeInside_ContactsByTheSameChannel_AndOneLetterIsCountedOnce()
    {
        Assert.True(Host.Reload(PolicyOf("\"channels\": [\"email\"], \"frequency\": \"1/P7D\"", "\"frequency\": \"1/P1D\"")));
        using (Scopes.Enter("marketing", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            Assert.Equal("value", In("marketing.email", () => Contact().Email));
            Assert.Equal("value", In("support", () => Contact(8).Email));
            Assert.Equal(1, Recorded);
        }

        Host.Clock.Advance(TimeSpan.FromDays(2));
        using (Scopes.Enter("support", "sms"))
            Assert.Equal("NotPermitted", In("marketing.email", () => Contact(9).Email));
        Assert.Equal("Frequency", await Tried(7, "marketing", "email"));
        Host.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal("value", await Tried(7, "marketing.email", "email"));
    }

    [Fact]
    public void ScopesThatAreClosedOutOfOrder_KeepWhatIsStillOpen()
    {
        var outer = Scopes.Enter("marketing.email", "email");
        var inner = Scopes.Enter("marketing.email", "sms");
        Assert.Equal("value", Outcome(() => Contact().Email));
        outer.Dispose();
        Assert.Equal("value", Outcome(() => Contact().Email));
        Assert.Equal(1, Recorded);
        inner.Dispose();
        Assert.Equal("NoScope", Outcome(() => Contact().Email));
    }

    [Fact]
    public async Task Withdrawal_HoldsAtTheNextRead_AlsoOfSomebodyWhoHasBeenReached()
    {
        using var scope = Scopes.Enter("marketing", "email");
        var contact = Contact();
        Assert.Equal("value", Outcome(() => contact.Email));

        await Host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", Outcome(() => contact.Email));
        await Host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", Outcome(() => contact.Email));
        await Host.Ledger.RestrictAsync(TestHost.Person(7), "contested");
        Assert.Equal("Restriction", Outcome(() => contact.Note));
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void TimeThatPasses_DoesNotEndALetter_ButNobodyElseIsReached()
    {
        using var scope = Scopes.Enter("marketing", "email");
        Assert.Equal("value", Outcome(() => Contact().Email));

        Host.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal("note", Outcome(() => Contact().Note));
        Assert.Equal("QuietHours", Outcome(() => Contact(9).Email));
    }

    [Fact]
    public void LaterPolicy_IsAskedOfThoseWhoHaveBeenReached_WhereItSaysSomethingElseOfContacts()
    {
        using var scope = Scopes.Enter("marketing", "email");
        var contact = Contact();
        Assert.Equal("value", Outcome(() => contact.Email));
        Host.Clock.Advance(TimeSpan.FromHours(10));

        // Of something else: the letter goes on, though it is night by now.
        Assert.True(Host.Reload(Policy.Replace("\"public-task\"", "\"consent\"")));
        Assert.Equal("value", Outcome(() => contact.Email));
        // Labels and people count at once.
        Assert.True(Host.Reload(Policy.Replace("\"support\", \"marketing\", ", "\"support\", ")));
        Assert.Equal("NotPermitted", Outcome(() => contact.Email));

        Assert.True(Host.Reload(PolicyOf(Terms.Replace("21:00/08:00", "22:00/08:00"))));
        Assert.Equal("QuietHours", Outcome(() => contact.Email));
        Assert.True(Host.Reload(PolicyOf("\"channels\": [\"sms\"]")));
        Assert.Equal("NotPermitted", Outcome(() => contact.Email));
        // And the place that it has is its own.
        Assert.True(Host.Reload(PolicyOf("\"channels\": [\"email\"], \"frequency\": \"1/P7D\"")));
        Assert.Equal("value", Outcome(() => contact.Email));
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void LimitThatComesWithALaterPolicy_IsAskedAtTheNextRead()
    {
        Assert.True(Host.Reload(PolicyOf("", "")));
        using var scope = Scopes.Enter("marketing", "email");
        Assert.Equal("value", Outcome(() => Contact(8).Email));
        Assert.Equal(0, Recorded);

        Assert.True(Host.Reload(Policy));
        Assert.Equal("QuietHours", Outcome(() => Contact(8).Email));
        Assert.Equal("value", Outcome(() => Contact().Email));
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void Limit_WhatIsReadWhileThePolicyLimitsNothing_IsCountedByNoLaterLimit()
    {
        Assert.True(Host.Reload(PolicyOf("", "")));
        Assert.Equal("value", Sent("marketing", "email", () => Contact().Email));

        Assert.True(Host.Reload(PolicyOf("\"frequency\": \"1/P7D\"")));
        Assert.Equal("value", Sent("marketing", "email", () => Contact().Email));
        Assert.Equal("Frequency", Sent("marketing", "email", () => Contact().Email));
    }

    [Fact]
    public void ApplicationThatHasStopped_ContactsNobody()
    {
        using var scope = Scopes.Enter("marketing", "email");
        var (scopes, contact) = (Scopes, Contact());
        Assert.Equal("value", Outcome(() => contact.Email));
        ((IDisposable)Host.Services).Dispose();

        var refused = Assert.Throws<PurposeViolationException>(() => contact.Email);
        Assert.Equal((Refusal.PolicyUnavailable, "'Contact.Email' was read to contact somebody, but the application that does so has stopped."), (refused.Refusal, refused.Message));
        Assert.Equal("PolicyUnavailable", In("support", () => contact.Email));
        Assert.Contains("has stopped", Assert.Throws<InvalidOperationException>(() => scopes.Enter("marketing", "email")).Message);
    }

    [Fact]
    public void ApplicationThatHasNotStarted_OpensNoContactScope()
    {
        using var idle = new TestHost(Policy, start: false);

        Assert.Contains("has not started", Assert.Throws<InvalidOperationException>(() => idle.Services.GetRequiredService<IContactScopes>().Enter("support", "email")).Message);
    }

    [Fact]
    public async Task OfTwoApplications_TheOneThatOpensTheScopeIsAsked()
    {
        using var other = new TestHost(File.ReadAllText(Host.PolicyPath));
        await other.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        var contact = Contact();

        Assert.Equal("value", Sent("marketing.email", "email", () => contact.Email));
        // It does not know where she lives.
        using (other.Services.GetRequiredService<IContactScopes>().Enter("marketing.email", "email"))
            Assert.Equal("QuietHours", Outcome(() => contact.Email));
        using (Scopes.Enter("marketing.email", "email"))
            Assert.Equal("Frequency", Outcome(() => contact.Email));
    }

    [Fact]
    public async Task ReadsAtOnceInOneScope_AreOneContactOfEachPerson()
    {
        for (var round = 0; round < 8; round++)
        {
            var before = Recorded;
            using (Scopes.Enter("marketing.email", round % 2 == 0 ? "email" : "sms"))
            {
                var read = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Outcome(() => Contact(i % 2 == 0 ? 7 : 9).Email))));
                Assert.All(read, static one => Assert.Equal("value", one));
            }

            Assert.Equal(before + 2, Recorded);
            Host.Clock.Advance(TimeSpan.FromDays(3));
        }
    }

    [Fact]
    public async Task ScopesAtOnce_FindRoomForAsManyAsTheLimitSays()
    {
        var read = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Sent("marketing.email", "email", () => Contact().Email))));

        Assert.Single(read, static one => one == "value");
        Assert.Equal(39, read.Count(static one => one == "Frequency"));
        Assert.Equal(1, Recorded);
    }
}
