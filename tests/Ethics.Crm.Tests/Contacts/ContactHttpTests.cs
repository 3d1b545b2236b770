using System.Net.Http.Json;
using Ethics.Crm.Contacts;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>What is sent to somebody by a client that discloses to a recipient is a disclosure and a contact: each keeps its own.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactHttpTests : DisclosingApplication
{
    public ContactHttpTests()
    {
        Assert.True(Host.Reload(OncePerDay));
    }

    private static string OncePerDay => Policy.Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"frequency\": \"1/P1D\" }");

    private IContactScopes Scopes => Host.Services.GetRequiredService<IContactScopes>();

    private int Recorded => ((InMemoryContactLog)Host.Services.GetRequiredService<IContactLog>()).Known;

    [Fact]
    public async Task ContentThatIsWrittenWhileItIsSent_IsJudgedForTheRecipient_AndIsTheContact()
    {
        using (Scopes.Enter("support", "post"))
            await Mailer.PostAsJsonAsync("send", Contact(), Asking);

        Assert.Equal("""{"Id":7,"Email":"address7","StoredEmail":"address7"}""", Sent.Single());
        Assert.Equal(["contact.email"], Assert.Single(await Of(Jane)).Categories);
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public async Task WhatMayNotBeContacted_IsNotSent_AndNotRecordedAsDisclosed()
    {
        using (Scopes.Enter("support", "post"))
            Assert.Equal("address7", Outcome(() => Contact().Email));

        using (Scopes.Enter("support", "post"))
        {
            var refused = await Assert.ThrowsAsync<PurposeViolationException>(() => Mailer.PostAsync("send", new Written(() => Contact().Email)));
            Assert.Equal(Refusal.Frequency, refused.Refusal);
        }

        Assert.Empty(Sent);
        Assert.Empty(await Of(Jane));
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public async Task WhatTheRecipientMayNotHave_IsNoContact()
    {
        using (Scopes.Enter("support", "post"))
        {
            var refused = await Assert.ThrowsAsync<PurposeViolationException>(() => Mailer.PostAsync("send", new Written(() => Contact().Note)));
            Assert.Equal(Refusal.Recipient, refused.Refusal);
        }

        Assert.Equal(0, Recorded);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task LetterThatWasBegunBefore_GoesOnInTheRequest()
    {
        using (Scopes.Enter("support", "post"))
        {
            Assert.Equal("address7", Outcome(() => Contact().Email));
            await Mailer.PostAsync("send", new Written(() => Contact().Email));
            await Mailer.PostAsync("send", new Written(() => Contact().Email));
        }

        Assert.Equal(2, Sent.Count);
        Assert.Equal(1, Recorded);
    }

    /// <summary>Where a person lives, say: the recipient gets none of it.</summary>
    [Fact]
    public async Task WhatTheLogReadsToAnswer_DoesNotLeave()
    {
        Stop();
        var log = new ReadingLog();
        using var host = Start(all => all.AddSingleton<IContactLog>(log));
        Assert.True(host.Reload(OncePerDay));
        using var mailer = ClientOf(host, "mails");
        using (host.Services.GetRequiredService<IContactScopes>().Enter("support", "post"))
            await mailer.PostAsync("send", new Written(() => Contact().Email));

        Assert.Equal("address8, note", log.Read);
        var disclosures = host.Services.GetRequiredService<IDisclosures>();
        Assert.Single(await disclosures.OfAsync(Jane));
        Assert.Empty(await disclosures.OfAsync(TestHost.Person(8)));
    }

    [Fact]
    public async Task ContactScopeInsideWhatLeaves_KeepsTheRecipient()
    {
        string Send(Func<string?> read)
        {
            using (Scopes.Enter("support", "post"))
                return Outcome(read);
        }

        await In("support", () => Mailer.PostAsync("send", new Written(() => string.Join(", ", Send(() => Contact().Note), Send(() => Contact().Email), Send(() => Contact().Email), Contact().Email))));

        Assert.Equal("Recipient, address7, Frequency, address7", Sent.Single());
        Assert.Equal(1, Recorded);
        Assert.Equal(["contact.email"], Assert.Single(await Of(Jane)).Categories);
    }

    [Fact]
    public async Task WhomASenderNames_AndWhoseContentIsSentAgain_IsContactedToo()
    {
        var written = new Written(() => Contact().Email);
        using (Scopes.Enter("support", "post"))
        {
            await Mailer.PostAsync("send", written);
            await Mailer.PostAsync("send", new StringContent("address7").Discloses(Jane, "contact.email"));
        }

        Assert.Equal(1, Recorded);
        using (Scopes.Enter("support", "post"))
        {
            var named = await Assert.ThrowsAsync<DisclosureRefusedException>(() => Mailer.PostAsync("send", new StringContent("address7").Discloses(Jane, "contact.email")));
            Assert.Equal("Nothing was sent to 'mailer': it contacts somebody by 'post', and 'support' contacts a person at most 1 times in P1D by one channel. Wait until there is room for another.", named.Message);
            await Assert.ThrowsAsync<DisclosureRefusedException>(() => Mailer.PostAsync("send", written));
            await Mailer.PostAsync("send", new StringContent("text").DisclosesNothing());
        }

        await In("support", () => Mailer.PostAsync("send", written));
        Assert.Equal(4, Sent.Count);
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public async Task ContactScopeThatEndsWhileItIsSent_SendsNothing()
    {
        var scope = Scopes.Enter("support", "post");
        var refused = await Record.ExceptionAsync(() => Mailer.PostAsync("send", new Written(() =>
        {
            scope.Dispose();
            return Contact().Email;
        })));

        Assert.Equal(Refusal.ClosedScope, Assert.IsType<PurposeViolationException>(refused).Refusal);
        Assert.Empty(Sent);
        Assert.Equal(0, Recorded);
    }

    private sealed class ReadingLog : IContactLog, ISynchronousContactLog
    {
        public string Read { get; private set; } = "";

        public PurposeDecision TryContact(Guid contact, IReadOnlyList<SubjectKey> subjects, IReadOnlyList<string> purposes, string channel)
        {
            Read = $"{Outcome(() => Contact(8).Email)}, {Outcome(() => Contact(8).Note)}";
            return new(true, "", null);
        }

        public Task<PurposeDecision> TryContactAsync(SubjectKey subject, string purpose, string channel, CancellationToken ct = default) => Task.FromResult(TryContact(Guid.Empty, [subject], [purpose], channel));
    }
}
