// verdict: violation
// origin: open
// channel: stored:Debtor.Line
// source: Customer.Street
// proof: reaches
// why: Both members serve billing; the target's category may go to the bank, which a postal address may not.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.OpensARecipient;

[DataSubject("debtor")]
public readonly record struct Debtor(
    [property: DataSubjectId] int Id,
    [property: DataCategory("financial.invoice"), CollectedFor("billing")] string Line);

[ForPurpose("billing")]
public static class Dunning
{
    public static Debtor Open(Customer customer)
    {
        var empty = new Debtor(customer.Id, "");
        return empty with { Line = customer.Street }; //! ECRM2007
    }
}

public static class Case
{
    public static void Run() => Use.Stored("Debtor.Line", Dunning.Open(Customers.Ada()).Line);
}
