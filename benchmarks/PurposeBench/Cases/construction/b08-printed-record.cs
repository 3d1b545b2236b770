// verdict: violation
// origin: blind
// channel: log
// source: Lead.Email
// proof: reaches
// why: What the compiler writes as a record's ToString reads every member.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.PrintedRecord;

[DataSubject("lead")]
public record Lead([property: DataSubjectId] int Id, [property: DataCategory("contact.email"), CollectedFor("marketing")] string Email);

public sealed record HotLead(int Id, string Email, int Score) : Lead(Id, Email);

[ForPurpose("marketing")]
public static class LeadImport
{
    public static Lead Promote(Lead lead)
    {
        var hot = new HotLead(lead.Id, lead.Email, Score: 80);
        var better = hot with { Score = 90 };
        Console.WriteLine($"Promoted {better}"); //! ECRM3002
        return better;
    }
}

public static class Case
{
    public static void Run() => LeadImport.Promote(new Lead(7, Mark.Text("Lead.Email")));
}
