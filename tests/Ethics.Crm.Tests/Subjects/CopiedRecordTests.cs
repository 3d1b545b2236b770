using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>A record can begin as a copy of one of its base (<c>Lead(Contact contact) : base(contact)</c>). The copy has all fields of the other one, its slot too, and may be about more people.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CopiedRecordTests : IDisposable
{
    private static readonly SubjectKey Contact = new(null, "contact", "1");
    private static readonly SubjectKey Member = new(null, "member", "1");

    private readonly TestHost _host = new();
    private readonly ContactRecord _read = new() { Id = 1, Email = "value" };

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task CopyThatHasAFurtherName_IsAskedForIt()
    {
        await _host.Ledger.GrantAsync(Contact, "marketing");
        Assert.Equal("value", In("marketing", () => _read.Email));
        var club = new ClubRecord(_read);

        Assert.Equal("ConsentMissing", In("marketing", () => club.Email));
        await _host.Ledger.GrantAsync(Member, "marketing");
        Assert.Equal("value", In("marketing", () => club.Email));
        await _host.Ledger.WithdrawAsync(Member, "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => club.Email));
        Assert.Equal("value", In("marketing", () => _read.Email));
    }

    [Fact]
    public async Task CopyThatIsAboutFurtherPeople_AsksThem()
    {
        await _host.Ledger.GrantAsync(Contact, "marketing");
        Assert.Equal("value", In("marketing", () => _read.Email));
        var couple = new CoupleRecord(_read) { Partner = 2 };

        Assert.Equal("ConsentMissing", In("marketing", () => couple.Email));
        await _host.Ledger.RestrictAsync(TestHost.Person(2), "contested");
        Assert.Equal("Restriction", In("support", () => couple.Email));
        Assert.Equal("value", In("support", () => _read.Email));
    }

    /// <summary>The other way: what is copied goes by other names than the copy.</summary>
    [Fact]
    public async Task CopyOfADerivedOne_GoesByItsOwnName()
    {
        var marked = new MarkedRecord { Id = 1, Email = "value" };
        await _host.Ledger.GrantAsync(Member, "marketing");
        Assert.Equal("value", In("marketing", () => marked.Email));
        var plain = new PlainRecord(marked);

        Assert.Equal("ConsentMissing", In("marketing", () => plain.Email));
        Assert.Empty(new UnmarkedRecord[] { plain }.PermittedFor("marketing"));
        await _host.Ledger.GrantAsync(SubjectKey.Of<UnmarkedRecord>(1), "marketing");
        Assert.Equal("value", In("marketing", () => plain.Email));
    }

    [Fact]
    public void CopyThatAddsNobody_IsReadAtOnce()
    {
        Assert.Equal("value", In("support", () => _read.Email));
        var copy = new RenamedRecord(_read);
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("value", copy.Email);
            Assert.Equal(0, Allocation.Least(() => _ = copy.Email));
        }
    }
}

[DataSubject("contact")]
public partial record ContactRecord
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

public sealed record ClubRecord(ContactRecord Of) : ContactRecord(Of), IClubMember;

public sealed record RenamedRecord(ContactRecord Of) : ContactRecord(Of);

public sealed record CoupleRecord(ContactRecord Of) : ContactRecord(Of)
{
    [DataSubjectId(typeof(ContactRecord))]
    public int Partner { get; set; }
}

public partial record UnmarkedRecord
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

[DataSubject("member")]
public sealed record MarkedRecord : UnmarkedRecord;

public sealed record PlainRecord(UnmarkedRecord Of) : UnmarkedRecord(Of);
