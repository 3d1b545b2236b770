// verdict: violation
// origin: blind
// channel: stored:Prospect.Income
// source: Customer.Income
// proof: reaches
// why: The argument of a record's constructor is stored in a labelled member that marketing may use; the income was given for billing and credit.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.LabelledRecordParameter;

[DataSubject("prospect")]
public sealed record Prospect(
    [property: DataSubjectId] int Id,
    [property: DataCategory("financial.income"), CollectedFor("billing", "marketing")] int Income,
    string Segment = "new");

[ForPurpose("billing")]
public static class Prospecting
{
    public static Prospect From(Customer customer)
    {
        var income = customer.Income;
        return new Prospect(customer.Id, income) { Segment = "payer" }; //! ECRM2007
    }
}

public static class Case
{
    public static void Run()
    {
        var prospect = Prospecting.From(Customers.Ada());
        Use.Stored("Prospect.Income", prospect.Income);
    }
}
