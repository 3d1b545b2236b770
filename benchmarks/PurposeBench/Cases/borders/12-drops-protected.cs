// verdict: violation
// origin: open
// channel: stored:Applicant.Region
// source: Customer.Origin
// proof: reaches
// why: The same purposes, but the copy would be free to influence a decision, which its source is not.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.DropsProtected;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.address"), CollectedFor("support", "credit-offer")]
    public string Region { get; init; } = "";
}

[ForPurpose("support")]
public static class Intake
{
    public static Applicant Apply(Customer customer)
    {
        string[] parts = [customer.Segment, customer.Origin];
        return new Applicant { Id = customer.Id, Region = parts[^1] }; //! ECRM2007
    }
}

public static class Case
{
    public static void Run() => Use.Stored("Applicant.Region", Intake.Apply(Customers.Ada()).Region);
}
