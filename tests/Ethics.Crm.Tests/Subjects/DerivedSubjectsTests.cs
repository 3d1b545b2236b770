using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>The gate of a member is in the class that declares it. What derives from that class may be about more people, or know them by more names: all of them count.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DerivedSubjectsTests : IDisposable
{
    private static readonly SubjectKey Contact = new(null, "contact", "1");
    private static readonly SubjectKey Member = new(null, "member", "1");

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task FurtherName_IsAskedFor_AndItsWithdrawalCountsAtOnce()
    {
        var both = new ClubContact { Id = 1, Email = "value" };
        Assert.Equal("ConsentMissing", In("marketing", () => both.Email));
        await _host.Ledger.GrantAsync(Contact, "marketing");
        Assert.Equal("ConsentMissing", In("marketing", () => both.Email));
        await _host.Ledger.GrantAsync(Member, "marketing");
        Assert.Equal("value", In("marketing", () => both.Email));
        Assert.Equal("value", In("marketing", () => both.Email));

        await _host.Ledger.WithdrawAsync(Member, "marketing");

        Assert.Equal("ConsentWithdrawn", In("marketing", () => both.Email));
        Assert.Equal("value", In("marketing", () => new BaseContact { Id = 1, Email = "value" }.Email));
    }

    [Fact]
    public async Task FurtherName_WhosePersonMayNotBeUsed_StopsWhatNeedsNoConsent()
    {
        var both = new ClubContact { Id = 1, Email = "value" };
        Assert.Equal("value", In("support", () => both.Email));

        await _host.Ledger.RestrictAsync(Member, "contested");

        Assert.Equal("Restriction", In("support", () => both.Email));
        Assert.Equal("value", In("support", () => new BaseContact { Id = 1, Email = "value" }.Email));
    }

    [Fact]
    public async Task FurtherPerson_IsAskedToo_AndWhoeverItIsAtThisMoment()
    {
        var couple = new Couple { Id = 1, Partner = 2, Email = "value" };
        await _host.Ledger.GrantAsync(Contact, "marketing");
        Assert.Equal("ConsentMissing", In("marketing", () => couple.Email));
        await _host.Ledger.GrantAsync(TestHost.Person(2), "marketing");
        Assert.Equal("value", In("marketing", () => couple.Email));

        // The key of the base is the same.
        couple.Partner = 3;
        Assert.Equal("ConsentMissing", In("marketing", () => couple.Email));
        couple.Partner = 0;
        Assert.Equal("SubjectUnknown", In("marketing", () => couple.Email));
        couple.Partner = 2;
        await _host.Ledger.WithdrawAsync(TestHost.Person(2), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => couple.Email));
    }

    [Fact]
    public async Task HiddenId_IsAnotherPerson()
    {
        var hiding = new HidingContact { Id = 2, Email = "value" };
        ((BaseContact)hiding).Id = 1;
        await _host.Ledger.GrantAsync(Contact, "marketing");

        Assert.Equal(TestHost.Person(2), SubjectKey.Of(hiding));
        Assert.Equal("ConsentMissing", In("marketing", () => hiding.Email));
        await _host.Ledger.GrantAsync(TestHost.Person(2), "marketing");
        Assert.Equal("value", In("marketing", () => hiding.Email));
    }

    [Fact]
    public async Task TenantOfADerivedClass_IsThePersonsTenant()
    {
        var north = new TenantContact { Id = 1, Tenant = "north", Email = "value" };
        await _host.Ledger.GrantAsync(Contact, "marketing");
        Assert.Equal("ConsentMissing", In("marketing", () => north.Email));
        await _host.Ledger.GrantAsync(new("north", "contact", "1"), "marketing");
        Assert.Equal("value", In("marketing", () => north.Email));

        north.Tenant = "south";

        Assert.Equal("ConsentMissing", In("marketing", () => north.Email));
    }

    [Fact]
    public async Task BaseThatIsAboutNobody_IsAboutThePersonOfWhatDerivesFromIt()
    {
        var named = new NamedReachable { Id = 1, Email = "value" };
        Assert.Equal("SubjectUnknown", In("marketing", () => new Reachable { Email = "value" }.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => named.Email));
        await _host.Ledger.GrantAsync(Contact, "marketing");
        Assert.Equal("value", In("marketing", () => named.Email));

        await _host.Ledger.RestrictAsync(Contact, "contested");

        Assert.Equal("Restriction", In("support", () => named.Email));
        Assert.Equal("value", In("support", () => new Reachable { Email = "value" }.Email));
    }

    /// <summary>The base has an id and no mark: its people are called by its own name, those of the derived class by that of the mark.</summary>
    [Fact]
    public async Task MarkOfADerivedClassAlone_NamesItsPeople()
    {
        var marked = new MarkedPerson { Id = 1, Email = "value" };
        await _host.Ledger.GrantAsync(SubjectKey.Of<UnmarkedPerson>(1), "marketing");
        Assert.Equal("ConsentMissing", In("marketing", () => marked.Email));
        Assert.Equal("value", In("marketing", () => new UnmarkedPerson { Id = 1, Email = "value" }.Email));

        await _host.Ledger.GrantAsync(SubjectKey.Of(marked), "marketing");

        Assert.Equal(Member, SubjectKey.Of(marked));
        Assert.Equal("value", In("marketing", () => marked.Email));
    }

    [Fact]
    public async Task FurtherName_CountsForWrites_OfARedactedValueToo()
    {
        _host.Reload(TestHost.With("\"enforcement\": { \"default\": \"redact\" }"));
        await _host.Ledger.GrantAsync(Contact, "marketing");
        var both = new ClubContact { Id = 1, Email = "value" };

        using (PurposeScope.Enter("marketing"))
        {
            Assert.Equal("•••", both.Email);
            both.Email = both.Email;
        }

        Assert.Equal("value", In("support", () => both.Email));
    }

    /// <summary>Naming somebody asks the gate, which has to know who it is: nobody, then.</summary>
    [Fact]
    public void IdThatIsReadThroughTheGateOfTheBase_EndsInARefusal()
    {
        var circle = new CircularContact { Id = 1, Email = "value" };

        Assert.Equal("SubjectUnknown", In("marketing", () => circle.Email));
    }

    [Fact]
    public void ClassThatAddsNobody_IsReadAtOnce_AndSoIsOneThatAddsANameOnly()
    {
        using (PurposeScope.Enter("support"))
        {
            foreach (var contact in new BaseContact[] { new() { Id = 1, Email = "value" }, new PlainContact { Id = 1, Email = "value" }, new ClubContact { Id = 1, Email = "value" } })
            {
                Assert.Equal("value", contact.Email);
                Assert.True(IsBoundToItsHost(contact), contact.GetType().Name);
            }

            var couple = new Couple { Id = 1, Partner = 2, Email = "value" };
            Assert.Equal("value", couple.Email);
            Assert.False(IsBoundToItsHost(couple));
        }
    }

    /// <summary>Whether the slot that the object holds is one that the fast path may take.</summary>
    private bool IsBoundToItsHost(BaseContact contact)
    {
        var place = (Runtime.SubjectSlot<int>)typeof(BaseContact).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            .Single(static field => field.FieldType == typeof(Runtime.SubjectSlot<int>)).GetValue(contact)!;
        return ReferenceEquals(place.Bound!.Host, _host.Host);
    }
}

[DataSubject("contact")]
public partial class BaseContact
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

public sealed class PlainContact : BaseContact;

[DataSubject("member")]
public interface IClubMember;

public sealed class ClubContact : BaseContact, IClubMember;

public sealed class Couple : BaseContact
{
    [DataSubjectId(typeof(BaseContact))]
    public int Partner { get; set; }
}

public sealed class HidingContact : BaseContact
{
    [DataSubjectId]
    public new int Id { get; set; }
}

public sealed class TenantContact : BaseContact
{
    [DataSubjectTenant]
    public string? Tenant { get; set; }
}

public sealed class CircularContact : BaseContact
{
    [DataSubjectId(typeof(BaseContact))]
    public string Address => Email;
}

public partial class Reachable
{
    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

[DataSubject("contact")]
public sealed class NamedReachable : Reachable
{
    [DataSubjectId]
    public int Id { get; set; }
}

public partial class UnmarkedPerson
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

[DataSubject("member")]
public sealed class MarkedPerson : UnmarkedPerson;
