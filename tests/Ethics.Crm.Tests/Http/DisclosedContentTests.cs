using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests.Http;

/// <summary>What a request holds is judged for purpose, person and recipient: what is written while it is sent at each read, the rest by what its sender says.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DisclosedContentTests : DisclosingApplication
{
    /// <summary>Whoever is named has a disclosure to be told of, also beside somebody who is not.</summary>
    [Fact]
    public async Task DataAboutOneWhoIsNamed_AndOneWhoIsNot_IsRecordedForTheFirst_AndStopsWithThem()
    {
        var couple = new Subjects.Couple { Id = 7, Email = "address7" };
        await In("support", () => Mailer.PostAsJsonAsync("send", couple, Asking));
        Assert.Equal(["contact.email"], Assert.Single(await Of(Jane)).Categories);

        await Host.Ledger.RestrictAsync(Jane, "contested");

        await Refused("support", () => Mailer.PostAsJsonAsync("send", couple, Asking));
        Assert.Single(Sent);
        Assert.Single(await Of(Jane));
    }

    [Fact]
    public async Task ObjectThatAsks_IsSentWithoutWhatTheRecipientMayNotHave_AndRecorded()
    {
        // For support the code itself may read e-mail, note and age.
        await In("support", () => Mailer.PostAsJsonAsync("send", Contact(), Asking));

        Assert.Equal("""{"Id":7,"Email":"address7","StoredEmail":"address7"}""", Sent.Single());
        var disclosure = Assert.Single(await Of(Jane));
        Assert.Equal(("mailer", "support", "contact.email", "HTTP client 'mails'"), (disclosure.Recipient, disclosure.Purposes.Single(), disclosure.Categories.Single(), disclosure.Means));
        Assert.Equal(Jane, Assert.Single(disclosure.Subjects));
        Assert.Equal(Host.Clock.GetUtcNow(), disclosure.At);
    }

    [Fact]
    public async Task OtherRecipient_GetsWhatItMayHave()
    {
        await In("support", () => Parcels.PostAsJsonAsync("send", Contact(), Asking));

        Assert.Equal("""{"Id":7,"Email":"address7","Age":30,"StoredEmail":"address7"}""", Sent.Single());
        Assert.Equal(["contact.age", "contact.email"], (await Of(Jane)).Single().Categories);
    }

    [Fact]
    public async Task ObjectThatDoesNotAsk_IsRefusedAsItsGuardedMemberIs()
    {
        var refused = await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsJsonAsync("send", Contact())));

        Assert.Equal(("Contact.Note", Refusal.Recipient), (refused.Member, refused.Refusal));
        Assert.Equal("'Contact.Note' was to leave the program, but 'mailer' may not receive 'content.note'.", refused.Message);
        Assert.Empty(Sent);
        Assert.Empty(await Of(Jane));
    }

    [Fact]
    public async Task SeveralPeople_AreEachTold()
    {
        await In("support", () => Mailer.PostAsJsonAsync("send", new[] { Contact(), Contact(8) }, Asking));

        Assert.Single(await Of(Jane));
        Assert.Single(await Of(TestHost.Person(8)));
        Assert.Empty(await Of(TestHost.Person(9)));
    }

    [Fact]
    public async Task PersonWithoutConsent_IsNotSent_AndNotRecorded_TheOtherIs()
    {
        await Host.Ledger.GrantAsync(TestHost.Person(8), "marketing");

        await In("marketing", () => Mailer.PostAsJsonAsync("send", new[] { Contact(), Contact(8) }, Asking));

        Assert.DoesNotContain("\"Email\":\"address7\"", Sent.Single());
        Assert.Contains("\"Email\":\"address8\"", Sent.Single());
        Assert.Empty(await Of(Jane));
        Assert.Single(await Of(TestHost.Person(8)));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("bytes")]
    [InlineData("form")]
    [InlineData("stream")]
    [InlineData("parts")]
    [InlineData("object without labels")]
    public async Task ContentThatNobodyCanLookInto_IsRefused_UntilItsSenderSaysWhatItHolds(string kind)
    {
        HttpContent Content() => kind switch
        {
            "text" => new StringContent("address7"),
            "bytes" => new ByteArrayContent(Encoding.UTF8.GetBytes("address7")),
            "form" => new FormUrlEncodedContent([new("to", "address7")]),
            "stream" => new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("address7"))),
            "parts" => new MultipartFormDataContent { { new StringContent("address7"), "to" } },
            _ => JsonContent.Create(new { To = "address7" }),
        };

        var refused = await Refused("support", () => Mailer.PostAsync("send", Content()));
        Assert.Equal(
            "Nothing was sent to 'mailer': nobody can look into what it sends. Say what it holds with request.Discloses(person, Categories.…) or DisclosesNothing(), "
            + "send an object with labelled members as JSON, or let the client 'mails' pass it with AllowUnknownContent.",
            refused.Message);
        Assert.Empty(Sent);

        await In("support", () => Mailer.PostAsync("send", Content().Discloses(Jane, "contact.email")));
        await In("support", () => Mailer.PostAsync("send", Content().DisclosesNothing()));
        await In("support", () => Parcels.PostAsync("send", Content()));
        Assert.Equal(3, Sent.Count);
        Assert.Equal(["contact.email"], Assert.Single(await Of(Jane)).Categories);
    }

    [Theory]
    [InlineData("marketing", "contact.email", "'contact.email' would be permitted for 'marketing', but the person has not consented to it. Ask the person for consent to 'marketing'.")]
    [InlineData("support", "contact.age", "'contact.age': nothing says what it was collected for. Say in the policy, or with [CollectedFor] on the member, what it was collected for.")]
    [InlineData("support", "contact.emial", "'contact.emial' is neither a category of the policy nor a labelled member. A member is known by its full name once its assembly is loaded, and by its short name (Contact.Email) once its type is in use. Declare the category in the policy, label the member, or name it as it is declared.")]
    public async Task RefusalOfWhatASenderDeclares_NamesIt_AndSaysWhatWouldChangeIt(string purpose, string part, string words)
    {
        var refused = await Refused(purpose, () => Mailer.PostAsync("send", new StringContent("address7").Discloses(Jane, part)));

        Assert.Equal($"Nothing was sent to 'mailer': {words}", refused.Message);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task WhatASenderDeclares_IsDecidedForPersonPurposeAndRecipient()
    {
        HttpRequestMessage Request(string part) => new HttpRequestMessage(HttpMethod.Get, "send?to=address7").Discloses(Jane, part);

        Assert.Contains("'mailer' may not receive 'content.note'", (await Refused("support", () => Mailer.SendAsync(Request("Contact.Note")))).Message);
        Assert.Contains("the person has not consented", (await Refused("marketing", () => Mailer.SendAsync(Request("contact.email")))).Message);
        Assert.Contains("neither a category of the policy nor a labelled member", (await Refused("support", () => Mailer.SendAsync(Request("contact.emial")))).Message);
        await Host.Ledger.GrantAsync(Jane, "marketing");
        await In("marketing", () => Mailer.SendAsync(Request("contact.email")));

        Assert.Single(Sent);
        Assert.Equal("marketing", Assert.Single(await Of(Jane)).Purposes.Single());
    }

    [Fact]
    public async Task FalseNegative_ValueReadBefore_IsSentBesideALabelledObject()
    {
        await In("support", () => Mailer.PostAsJsonAsync("send", new { Contact = Contact(), Copied = Contact().Note }, Asking));

        Assert.Contains("\"Copied\":\"note\"", Sent.Single());
        Assert.DoesNotContain("\"Note\"", Sent.Single());
    }

    [Fact]
    public async Task FalseNegative_AddressOfARequest_IsNotAskedAbout()
    {
        await In("support", () => Mailer.GetAsync("send?note=" + Contact().Note));

        Assert.Single(Sent);
        Assert.Empty(await Of(Jane));
    }

    [Fact]
    public void Declarations_NeedAPersonAndNames()
    {
        using var content = new StringContent("");
        Assert.Throws<ArgumentException>(() => content.Discloses(Jane));
        Assert.Throws<ArgumentException>(() => content.Discloses(Jane, " "));
        Assert.Throws<ArgumentException>(() => content.Discloses(default, "contact.email"));
        Assert.Throws<ArgumentNullException>(() => ((HttpContent)null!).DisclosesNothing());
    }

    [Fact]
    public async Task PurposeOpenedWhileTheContentIsWritten_IsJudgedForTheRecipientToo()
    {
        await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsync("send", new Written(() =>
        {
            using (PurposeScope.Enter("support"))
                return Contact().Note;
        }))));
        await In("support", () => Mailer.PostAsync("send", new Written(() => Contact().Email)));

        Assert.Equal(["address7"], Sent);
    }

    [Fact]
    public async Task ApplicationThatStopsWhileTheContentIsWritten_LetsNothingLeave()
    {
        var refused = await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsync("send", new Written(() =>
        {
            ((IDisposable)Host.Services).Dispose();
            return Contact().Email;
        }))));

        Assert.Equal(Refusal.Recipient, refused.Refusal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task PartsOfAContent_AreJudgedEachByItself()
    {
        MultipartContent Parts(HttpContent inner) => new() { new StringContent("text").DisclosesNothing(), inner };

        await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsync("send", Parts(JsonContent.Create(Contact())).Discloses(Jane, "contact.email"))));
        await Refused("support", () => Mailer.PostAsync("send", Parts(new StringContent("text"))));
        await Refused("support", () => Mailer.PostAsync("send", Parts(new StringContent("text").Discloses(Jane, "Contact.Note"))));
        Assert.Empty(Sent);
        await In("support", () => Mailer.PostAsync("send", Parts(JsonContent.Create(Contact(), options: Asking))));

        Assert.DoesNotContain("note", Sent.Single());
        Assert.Equal(["contact.email"], (await Of(Jane)).Single().Categories);
    }

    [Fact]
    public async Task StreamThatIsReadOnlyWhenItIsSent_IsJudgedForTheRecipientToo()
    {
        await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsync("send", new LateStream(() => Contact().Note).DisclosesNothing())));
        await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsync("send", new StreamContent(new LateSource(() => Contact().Note)).DisclosesNothing())));
        Assert.Empty(Sent);

        await In("support", () => Mailer.PostAsync("send", new StreamContent(new LateSource(() => Contact().Email)).Discloses(Jane, "contact.email")));
        Assert.Equal(["address7"], Sent);
    }

    [Fact]
    public async Task ContentThatIsSentAgain_IsDecidedAndRecordedAgain()
    {
        var content = JsonContent.Create(Contact(), options: Asking);
        await In("support", () => Mailer.PostAsync("send", content));
        await In("support", () => Mailer.PostAsync("send", content));
        Assert.Equal(2, (await Of(Jane)).Count);

        // For another purpose it is another question: she never consented to it.
        Assert.Contains("has not consented", (await Refused("marketing", () => Mailer.PostAsync("send", content))).Message);
        Assert.Equal(2, Sent.Count);
    }

    [Fact]
    public async Task ContentThatWasWrittenBefore_SaysNothingOfWhatItHolds()
    {
        var content = JsonContent.Create(Contact());
        await In("support", () => content.LoadIntoBufferAsync());

        Assert.Contains("nobody can look into", (await Refused("support", () => Mailer.PostAsync("send", content))).Message);
    }

    [Fact]
    public async Task FalseNegative_UnguardedMember_IsSentByOptionsThatDoNotAsk()
    {
        var one = new Reachable { Id = 7, Contact = new OnlyEmail(Contact()), Phone = "phone" };
        await In("support", () => Mailer.PostAsJsonAsync("send", one));
        await In("support", () => Mailer.PostAsJsonAsync("send", one, Asking));

        Assert.Contains("phone", Sent[0]);
        Assert.DoesNotContain("phone", Sent[1]);
    }

    [Fact]
    public async Task CodeAroundTheRequest_ReadsAsBefore()
    {
        await In("support", async () =>
        {
            await Mailer.PostAsJsonAsync("send", Contact(), Asking);
            Assert.Equal("note", Contact().Note);
        });
    }

    public sealed class OnlyEmail(Contact contact)
    {
        public string Email => contact.Email;
    }

    public sealed class Reachable
    {
        [DataSubjectId(typeof(Contact))]
        public int Id { get; set; }

        public OnlyEmail? Contact { get; set; }

        [DataCategory("contact.age"), CollectedFor("support")]
        public string Phone { get; set; } = "";
    }

    private sealed class LateStream(Func<string?> read) : StreamContent(new MemoryStream())
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(read() ?? "")).AsTask();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => SerializeToStreamAsync(stream, context);
    }
}
