using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>An id that is guarded is read past its gate, by a reader that bears its name. That of a member which another one hides is not the reader of the other one.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HiddenGuardedIdTests : IDisposable
{
    private static readonly SubjectKey Old = new(null, "subscriber", "old");
    private static readonly SubjectKey New = new(null, "subscriber", "new");

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task GuardedIdThatIsHiddenByAnId_IsNotThePerson()
    {
        var moved = new MovedSubscriber { Email = "new", Name = "value" };
        ((OpenSubscriber)moved).Email = "old";
        await _host.Ledger.GrantAsync(Old, "marketing");

        Assert.Equal(New, SubjectKey.Of(moved));
        Assert.Equal("ConsentMissing", In("marketing", () => moved.Name));
        Assert.Empty(new[] { moved }.PermittedFor("marketing"));
        Assert.Empty(new OpenSubscriber[] { moved }.PermittedFor("marketing"));

        await _host.Ledger.GrantAsync(New, "marketing");

        Assert.Equal("value", In("marketing", () => moved.Name));
        Assert.Single(new[] { moved }.PermittedFor("marketing"));
        Assert.Single(new OpenSubscriber[] { moved }.PermittedFor("marketing"));
    }

    /// <summary>What overrides the id is the same member: its reader is that of the base.</summary>
    [Fact]
    public async Task GuardedIdThatIsOverridden_IsThePersonItSays()
    {
        var proxy = new OverridingSubscriber { Email = "old", Name = "value" };
        await _host.Ledger.GrantAsync(Old, "marketing");

        Assert.Equal(Old, SubjectKey.Of(proxy));
        Assert.Equal("value", In("marketing", () => proxy.Name));
        Assert.Single(new[] { proxy }.PermittedFor("marketing"));
    }

    /// <summary>By an interface that the class does not implement again, it is still that of the base.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IdOfAnInterface_IsThatOfTheClassThatImplementsItLast(bool again)
    {
        OpenPartner partner = again ? new AgainPartner { Other = 8 } : new SamePartner { Other = 8 };
        (partner.Number, partner.Email) = (7, "value");
        var key = SubjectKey.Of<IParty>(again ? 8 : 7);

        Assert.Equal(key, SubjectKey.Of(partner));
        Assert.Equal("ConsentMissing", In("marketing", () => partner.Email));
        await _host.Ledger.GrantAsync(SubjectKey.Of<IParty>(again ? 7 : 8), "marketing");
        Assert.Equal("ConsentMissing", In("marketing", () => partner.Email));
        Assert.Empty(new[] { partner }.PermittedFor("marketing"));
        await _host.Ledger.GrantAsync(key, "marketing");
        Assert.Equal("value", In("marketing", () => partner.Email));
        Assert.Single(new[] { partner }.PermittedFor("marketing"));
    }

    [Fact]
    public async Task GenericDerivedClass_IsAboutThePersonOfItsParameter()
    {
        var pair = new Pair<int> { Id = 1, Email = "value", Partner = 2 };
        var named = new Pair<string> { Id = 1, Email = "value", Partner = "2" };
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        Assert.Equal(("ConsentMissing", "ConsentMissing"), (In("marketing", () => pair.Email), In("marketing", () => named.Email)));

        await _host.Ledger.GrantAsync(TestHost.Person(2), "marketing");

        Assert.Equal(("value", "value"), (In("marketing", () => pair.Email), In("marketing", () => named.Email)));
        named.Partner = "3";
        Assert.Equal(("value", "ConsentMissing"), (In("marketing", () => pair.Email), In("marketing", () => named.Email)));
        Assert.Equal([pair], new BaseContact[] { pair, named }.PermittedFor("marketing"));
    }
}

[DataSubject("subscriber")]
public partial class OpenSubscriber
{
    [DataSubjectId, DataCategory("contact.email")]
    public virtual partial string Email { get; set; } = "";

    [DataCategory("contact.email")]
    public partial string? Name { get; set; }
}

public sealed class MovedSubscriber : OpenSubscriber
{
    [DataSubjectId]
    public new string Email { get; set; } = "";
}

public sealed class OverridingSubscriber : OpenSubscriber
{
    public override string Email { get => base.Email; set => base.Email = value; }
}

public partial class OpenPartner : IParty
{
    public int Number { get; set; }

    int IParty.Id => Number;

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

public sealed class SamePartner : OpenPartner
{
    public int Other { get; set; }

    public int Id => Other;
}

public sealed class AgainPartner : OpenPartner, IParty
{
    public int Other { get; set; }

    int IParty.Id => Other;
}

public sealed class Pair<T> : BaseContact
{
    [DataSubjectId(typeof(BaseContact))]
    public T? Partner { get; set; }
}
