// verdict: violation
// origin: blind
// channel: marketing
// source: Invoice.Amount
// proof: reaches
// why: The projection of an IQueryable is composed by an undeclared extension that works for whoever runs it: here marketing.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ProjectedQueryable;

public sealed class Invoice
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("financial.invoice"), CollectedFor("billing")]
    public int Amount { get; init; }

    public bool Paid { get; init; }
}

public static class InvoiceQueries
{
    public static IQueryable<int> Amounts(this IQueryable<Invoice> invoices) =>
        invoices.Where(invoice => invoice.Paid).Select(invoice => invoice.Amount); //! ECRM2003
}

[ForPurpose("marketing")]
public static class BigSpenders
{
    public static void Find(IQueryable<Invoice> invoices)
    {
        var largest = invoices.Amounts().OrderDescending().First();
        Use.Marketing(largest);
    }
}

public static class Case
{
    public static void Run() => BigSpenders.Find(new[] { new Invoice { CustomerId = 7, Amount = Mark.Number("Invoice.Amount"), Paid = true } }.AsQueryable());
}
