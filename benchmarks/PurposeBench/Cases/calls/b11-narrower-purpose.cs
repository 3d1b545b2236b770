// verdict: violation
// origin: blind
// channel: marketing
// source: Member.Email
// proof: reaches
// why: What was collected for marketing may serve marketing by e-mail, never the reverse; this address was given for the mails alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.NarrowerPurpose;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("marketing.email")]
    public string Email { get; init; } = "";
}

[ForPurpose("marketing.email")]
public static class Mailings
{
    public static string Address(Member member) => member.Email;
}

[ForPurpose("marketing")]
public static class Profiles
{
    public static void Enrich(Member member)
    {
        var key = Mailings.Address(member); //! ECRM2002
        Use.Marketing("profile of " + key);
    }
}

public static class Case
{
    public static void Run() => Profiles.Enrich(new Member { Id = 7, Email = Mark.Text("Member.Email") });
}
