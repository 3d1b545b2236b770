// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: The base declares the purpose on its member; the override two levels down declares nothing.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.PurposeOfBaseMember;

public abstract class Report
{
    [ForPurpose("analytics")]
    protected internal abstract void Row(Customer customer);
}

public abstract class GroupedReport : Report
{
    protected List<string> Rows { get; } = [];
}

public sealed class PlacesReport : GroupedReport
{
    protected internal override void Row(Customer customer)
    {
        Rows.Add(customer.Street); //! ECRM2001
        Use.Analytics(Rows[0]);
    }
}

public static class Case
{
    public static void Run()
    {
        Report report = new PlacesReport();
        report.Row(Customers.Ada());
    }
}
