// verdict: violation
// origin: blind
// channel: marketing
// source: Lead.Mail
// proof: reaches
// why: What was collected for offers by e-mail may not serve offers of any kind.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B05DottedUpwards;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("marketing.email")]
    public string Mail { get; set; } = "";
}

[ForPurpose("marketing.email")]
public static class OfferMail
{
    public static string Recipient(Lead lead)
    {
        Use.MarketingEmail(lead.Mail);
        return lead.Mail;
    }
}

[ForPurpose("marketing")]
public static class OfferFair
{
    public static void Invite(Lead lead) => Use.Marketing(OfferMail.Recipient(lead)); //! ECRM2002
}

public static class Case
{
    public static void Run() => OfferFair.Invite(new Lead { Id = 5, Mail = Mark.Text("Lead.Mail") });
}
