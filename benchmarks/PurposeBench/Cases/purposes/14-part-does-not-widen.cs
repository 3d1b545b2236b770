// verdict: violation
// origin: open
// channel: marketing
// source: Lead.Mail
// proof: reaches
// why: Collected for marketing by e-mail, carried into marketing at large.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.PartDoesNotWiden;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("marketing.email")]
    public string Mail { get; init; } = "";
}

[ForPurpose("marketing.email")]
public sealed class MailShots
{
    private readonly HashSet<string> _sent = [];

    public IReadOnlyCollection<string> Sent => _sent;

    public void Fire(Lead lead)
    {
        if (_sent.Add(lead.Mail))
            Use.MarketingEmail(lead.Mail);
    }
}

[ForPurpose("marketing")]
public static class Lookalikes
{
    public static void Build(MailShots shots) => Use.Marketing(shots.Sent.Single()); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var shots = new MailShots();
        shots.Fire(new Lead { Id = 7, Mail = Mark.Text("Lead.Mail") });
        Lookalikes.Build(shots);
    }
}
