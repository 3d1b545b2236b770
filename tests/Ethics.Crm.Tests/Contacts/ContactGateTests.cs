using System.Text.Json;
using Ethics.Crm.Members;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Json;
using Ethics.Crm.Tests.Origins;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Every way to read asks; questions that read nothing do not.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactGateTests : ContactApplication
{
    private static readonly JsonSerializerOptions Asking = new JsonSerializerOptions().UsePurposes();

    [Fact]
    public void GeneratedGate_IsAsked()
    {
        Assert.Equal("value", Sent("marketing.email", "email", () => new Prospect { Id = 7 }.Plain));
        Assert.Equal("Frequency", Sent("marketing.email", "email", () => new Prospect { Id = 7 }.Plain));
        Assert.Equal("Frequency", Sent("marketing.email", "email", () => Contact().Email));
    }

    /// <summary>What a purpose says of contacts costs the reads nothing that contact nobody.</summary>
    [Fact]
    public void PurposeThatLimitsContacts_IsReadAtOnce_OutsideOfContactScopes()
    {
        var prospect = new Prospect { Id = 7 };
        using (PurposeScope.Enter("marketing"))
        {
            Assert.Equal("value", prospect.Plain);
            Assert.Equal(0, Allocation.Least(() => _ = prospect.Plain));
        }

        var marketing = Runtime.PurposeBits.Find("marketing")!.Bit;
        Assert.Equal(marketing, PropertyGuards.Of(typeof(Prospect).GetProperty(nameof(Prospect.Plain))!)!.Permitted & marketing);
        using (Scopes.Enter("marketing", "email"))
            Assert.Equal(0ul, AmbientScope.Current!.Mask & ~Runtime.PurposeBits.NeverPermitted & Host.Host.Code);
    }

    [Fact]
    public void MemberThatIsNotGuarded_IsAskedBesideItsGetter()
    {
        var gate = MemberGate.Of(typeof(Prospect), typeof(Prospect).GetProperty(nameof(Prospect.Nickname))!);
        string Show() => gate.TryShow(new Prospect { Id = 7 }, "value", out var shown) ? shown : "refused";

        Assert.Equal("value", Sent("marketing.email", "email", () => Show()));
        Assert.Equal("refused", Sent("marketing.email", "email", () => Show()));
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void Json_LeavesOutWhoMayNotBeContacted_AndIsOneContactOfEachPerson()
    {
        string Write(params Person[] people) => JsonSerializer.Serialize(people, Asking);
        var people = new[] { 7, 8, 9 }.Select(static id => new Person { Id = id, Email = $"address{id}", City = "city" }).ToArray();
        Assert.True(Host.Reload(Policy.Replace("\"contact.email\": {", "\"contact.name\": {}, \"contact.email\": {")));

        var written = Sent("marketing.email", "email", () => Write(people));
        Assert.Contains("address7", written);
        Assert.DoesNotContain("address8", written);
        Assert.Contains("address9", written);
        Assert.Equal(2, Recorded);
        Assert.DoesNotContain("address", Sent("marketing.email", "email", () => Write(people)));
    }

    [Fact]
    public async Task BoundValue_IsOpenedAsAContact()
    {
        var bound = Bound.From(Contact(), static one => one.Email);
        var other = bound.Map(static one => one.Length);
        using (Scopes.Enter("marketing.email", "email"))
        {
            Assert.Equal("value", await bound.OpenAsync());
            Assert.Equal(5, await other.OpenAsync());
        }

        using (Scopes.Enter("marketing.email", "email"))
            Assert.Equal(Refusal.Frequency, (await Assert.ThrowsAsync<PurposeViolationException>(() => bound.OpenAsync())).Refusal);
        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void Questions_TakeNoPlace_AndAnswerAsOutside()
    {
        var people = new[] { Contact(), Contact(8), Contact(12) };
        using (Scopes.Enter("marketing", "email"))
        {
            Assert.True(Host.Decisions.Decide(TestHost.Person(8), "contact.email", "marketing").Allowed);
            Assert.Equal([7, 8], people.PermittedFor("marketing", static one => one.Email).Select(static one => one.Id));
            Assert.Equal(Refusal.ConsentMissing, people.SplitByPermission("marketing").Refused.Single().Decision.Refusal);
            Assert.Equal(0, Recorded);
            Assert.Equal("QuietHours", Outcome(() => Contact(8).Email));
        }

        Assert.Equal(0, Recorded);
    }

    [Fact]
    public void DataThatIsTooOld_IsNoContact()
    {
        Assert.True(Host.Reload(PolicyOf(Terms + ", \"maxAge\": \"P1D\"")));
        var prospect = new Prospect { Id = 7, EmailAt = Host.Clock.GetUtcNow().AddDays(-2) };

        Assert.Equal("TooOld", Sent("marketing", "email", () => prospect.Email));
        Assert.Equal(0, Recorded);
        prospect.EmailAt = Host.Clock.GetUtcNow();
        Assert.Equal("value", Sent("marketing", "email", () => prospect.Email));
        Assert.Equal(1, Recorded);
    }
}
