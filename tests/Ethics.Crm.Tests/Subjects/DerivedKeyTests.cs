using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>A slot speaks for the people of the key that it was bound for, also where the class of the object gives them further names.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DerivedKeyTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    /// <summary>Generated code of the base cannot reach the id, so that its key is the same for everybody.</summary>
    [Fact]
    public async Task IdThatTheGateOfTheBaseCannotReach_IsLookedAtAtEachRead()
    {
        var club = new HiddenIdClub { Email = "value" };
        club.Name(1);
        await GrantBoth(1);
        Assert.Equal("value", In("marketing", () => club.Email));

        club.Name(2);

        Assert.Equal("ConsentMissing", In("marketing", () => club.Email));
    }

    /// <summary>As when another thread writes it: the gate has read the key, and the object is about somebody else a moment later.</summary>
    [Fact]
    public async Task IdThatChangesWhileTheSlotIsBound_LeavesNoSlotOfAnotherPersonUnderTheKey()
    {
        var club = new ChangingClub { Email = "value" };
        await GrantBoth(2);
        club.Will(1, 1, 2);
        Assert.Equal("ConsentMissing", In("marketing", () => club.Email));

        club.Will(1);
        Assert.Equal("ConsentMissing", In("marketing", () => club.Email));
        club.Will(2);
        Assert.Equal("value", In("marketing", () => club.Email));
    }

    /// <summary>Of each of its names the id was read through the gate, which asked for all of them: two to the sixteenth steps, of four names four.</summary>
    [Fact]
    public void IdOfManyNames_ThatIsReadThroughTheGate_IsReadAFewTimes()
    {
        var circle = new KnownByMany { Id = 1, Email = "value" };

        Assert.Equal("value", In("support", () => circle.Email));
        Assert.InRange(circle.Reads, 1, 8);
        Assert.Equal("SubjectUnknown", In("marketing", () => circle.Email));
    }

    /// <summary>What it says of itself is not what it is.</summary>
    [Fact]
    public async Task MemberThatHidesGetType_HidesNoName()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var club = new TypelessClub { Id = 1, Email = "value" };

        Assert.Equal("ConsentMissing", In("marketing", () => club.Email));
        Assert.Equal("value", In("marketing", () => new TypelessContact { Id = 1, Email = "value" }.Email));
    }

    /// <summary>It may be about others, who would have to allow what needs consent; those of the base are known all the same.</summary>
    [Fact]
    public async Task ClassThatReflectionCannotRead_IsAboutThePersonOfTheBase_AndAboutSomebodyUnknown()
    {
        var unreadable = (BaseContact)Activator.CreateInstance(PlugIn.LoadUnreadable("UnreadableContact", typeof(BaseContact)))!;
        (unreadable.Id, unreadable.Email) = (1, "value");
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        Assert.Equal("value", In("support", () => unreadable.Email));
        Assert.Equal("SubjectUnknown", In("marketing", () => unreadable.Email));
        Assert.Equal("SubjectUnknown", In("analytics", () => unreadable.Email));
        Assert.Equal(("value", "SubjectUnknown"), (InLists(unreadable, "support"), InLists(unreadable, "marketing")));

        await _host.Ledger.RestrictAsync(TestHost.Person(1), "contested");

        Assert.Equal("Restriction", In("support", () => unreadable.Email));
        Assert.Equal("Restriction", InLists(unreadable, "support"));
        await _host.Ledger.LiftRestrictionAsync(TestHost.Person(1));
        Assert.Equal("value", In("support", () => unreadable.Email));
    }

    private static string InLists(BaseContact one, string purpose)
    {
        BaseContact[] all = [new() { Id = 9 }, one, new() { Id = 9 }];
        var split = all.SplitByPermission(purpose).Refused.Where(refused => refused.Item == one).Select(static refused => refused.Decision.Refusal.ToString()!).SingleOrDefault() ?? "value";
        foreach (var list in new[] { all.PermittedFor(purpose), all.ToList().PermittedFor(purpose), all.Cast<object>().PermittedFor(purpose) })
            Assert.Equal(split == "value", list.Contains(one));
        return split;
    }

    private async Task GrantBoth(int id)
    {
        await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        await _host.Ledger.GrantAsync(TestHost.Person(id) with { SubjectType = "member" }, "marketing");
    }
}

public class HidingTheId
{
    [DataSubjectId]
    private int Id { get; set; }

    public void Name(int id) => Id = id;
}

[DataSubject("contact")]
public partial class HiddenIdContact : HidingTheId
{
    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

public sealed class HiddenIdClub : HiddenIdContact, IClubMember;

[DataSubject("contact")]
public partial class ChangingContact
{
    private Queue<int> _next = new([1]);

    [DataSubjectId]
    public int Id => _next.Count > 1 ? _next.Dequeue() : _next.Peek();

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";

    /// <summary>What the id is at each look from now on; the last one stays.</summary>
    public void Will(params int[] ids) => _next = new(ids);
}

public sealed class ChangingClub : ChangingContact, IClubMember;

[DataSubject("friend")]
public interface IFriend;

[DataSubject("guest")]
public interface IGuest;

[DataSubject("host")]
public interface IHost;

public sealed class Many : IClubMember, IFriend, IGuest, IHost;

public sealed class KnownByMany : BaseContact
{
    public int Reads { get; private set; }

    [DataSubjectId(typeof(Many))]
    public string Address
    {
        get
        {
            if (++Reads > 1000)
                throw new InvalidOperationException("It is read without end.");
            return Email;
        }
    }
}

[DataSubject("contact")]
public partial class TypelessContact
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";

    public new Type GetType() => typeof(TypelessContact);
}

public sealed class TypelessClub : TypelessContact, IClubMember;
