// verdict: clean
// origin: blind
// channel: newsletter
// source: Member.Email
// proof: reaches
// why: The address was given for marketing and so may serve marketing by e-mail; the newsletter hears of the consent's wording alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.WiderPurpose;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public string Email { get; init; } = "";

    public string Wording { get; init; } = "";
}

[ForPurpose("marketing")]
public static class Profiles
{
    public static string Address(Member member) => member.Email;

    public static string Wording(Member member, string address) => address.Length > 0 ? member.Wording : "";
}

[ForPurpose("marketing.email")]
public static class Mailings
{
    public static void Send(Member member)
    {
        var to = Profiles.Address(member);
        Use.MarketingEmail(to);
        Imprint.Print(Profiles.Wording(member, to));
    }
}

[ForPurpose("newsletter")]
public static class Imprint
{
    public static void Print(string wording) => Use.Newsletter(wording);
}

public static class Case
{
    public static void Run() => Mailings.Send(new Member { Id = 7, Email = Mark.Text("Member.Email"), Wording = "Yes, send me offers" });
}
