// verdict: clean
// origin: blind
// channel: analytics
// source: Lead.Mail
// proof: reaches
// why: What was collected for offers may serve offers by e-mail; statistics get the source of the lead only.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B06DottedDownwards;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public string Mail { get; set; } = "";

    public string Source { get; set; } = "";
}

[ForPurpose("marketing.email")]
public static class OfferMail
{
    public static void Send(string address) => Use.MarketingEmail(address);
}

[ForPurpose("analytics")]
public static class LeadStatistics
{
    public static void Count(string source) => Use.Analytics(source);
}

public static class Funnel
{
    public static void Enter(Lead lead)
    {
        OfferMail.Send(lead.Mail);
        LeadStatistics.Count(lead.Source);
    }
}

public static class Case
{
    public static void Run() => Funnel.Enter(new Lead { Id = 5, Mail = Mark.Text("Lead.Mail"), Source = "fair" });
}
