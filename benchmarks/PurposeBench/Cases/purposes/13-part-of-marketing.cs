// verdict: clean
// origin: open
// channel: analytics
// source: Lead.Mobile
// proof: reaches
// why: What was collected for marketing may serve its part, marketing by e-mail; analytics gets the campaign's number.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.PartOfMarketing;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.phone"), CollectedFor("marketing")]
    public string Mobile { get; init; } = "";
}

public sealed record Shot(string To, int Campaign);

[ForPurpose("marketing")]
public static class Planner
{
    public static Shot Plan(Lead lead) => new(lead.Mobile, 11);
}

[ForPurpose("marketing.email")]
public static class MailShots
{
    public static void Fire(Shot shot) => Use.MarketingEmail(shot.To);
}

[ForPurpose("analytics")]
public static class Shots
{
    public static void Log(Shot shot) => Use.Analytics(shot.Campaign);
}

public static class Case
{
    public static void Run()
    {
        var shot = Planner.Plan(new Lead { Id = 7, Mobile = Mark.Text("Lead.Mobile") });
        MailShots.Fire(shot);
        Shots.Log(shot);
    }
}
