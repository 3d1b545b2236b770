// verdict: violation
// origin: blind
// channel: stored:Member.MailingEmail
// source: Member.Email
// proof: reaches
// why: A merge that fills what is empty stores the address of support as one for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B09MergedDuplicate;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string? Email { get; set; }

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string? MailingEmail { get; set; }
}

public static class Households
{
    public static Member Merge(Member survivor, Member duplicate)
    {
        survivor.Email ??= duplicate.Email;
        survivor.MailingEmail ??= duplicate.MailingEmail;
        survivor.MailingEmail ??= duplicate.Email; //! ECRM2007
        return survivor;
    }
}

public static class Case
{
    public static void Run()
    {
        var merged = Households.Merge(new Member { Id = 1 }, new Member { Id = 2, Email = Mark.Text("Member.Email") });
        Use.Stored("Member.MailingEmail", merged.MailingEmail);
    }
}
