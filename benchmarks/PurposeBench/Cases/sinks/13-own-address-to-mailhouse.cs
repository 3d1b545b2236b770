// verdict: clean
// origin: open
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: The mail house gets the newsletter's own address, in code for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.OwnAddressToMailhouse;

[ForPurpose("newsletter")]
public static class IssuePost
{
    public static Task SendAsync(Customer customer) => MailHouse.SendAsync(customer.NewsletterEmail);
}

[ForPurpose("billing")]
public static class InvoicePost
{
    public static void Print(Customer customer) => Use.Billing(customer.Street);
}

public static class Case
{
    public static async Task Run()
    {
        var ada = Customers.Ada();
        InvoicePost.Print(ada);
        await IssuePost.SendAsync(ada);
    }
}
