// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Copied into a member that permits no more than the source does; the newsletter reads the number beside it.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.EqualCopy;

[DataSubject("payer")]
public sealed class Invoice
{
    [DataSubjectId]
    public int PayerId { get; set; }

    [DataCategory("contact.email"), CollectedFor("billing")]
    public string SentTo { get; set; } = "";

    public int Number { get; set; }
}

[ForPurpose("billing")]
public static class Invoicing
{
    public static Invoice Issue(Customer customer, int number)
    {
        var invoice = new Invoice { PayerId = customer.Id, Number = number };
        invoice.SentTo = customer.Email;
        Use.Billing(invoice.SentTo);
        return invoice;
    }
}

[ForPurpose("newsletter")]
public static class PaidReaders
{
    public static void Count(Customer customer) => Use.Newsletter("since invoice " + Invoicing.Issue(customer, 118).Number);
}

public static class Case
{
    public static void Run() => PaidReaders.Count(Customers.Ada());
}
