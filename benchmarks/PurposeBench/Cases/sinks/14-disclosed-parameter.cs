// verdict: clean
// origin: open
// channel: recipient:mailhouse
// source: Customer.Email
// proof: reaches
// why: Only one parameter leaves the house; the address of support goes into the other one.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.DisclosedParameter;

public static class Printing
{
    private static readonly List<string> References = [];

    public static void Print([DisclosesTo("mailhouse")] string label, string reference)
    {
        References.Add(reference);
        MailHouse.Send(label);
    }
}

public static class IssueDesk
{
    public static void Send(Customer customer) => Printing.Print(reference: customer.Email, label: customer.NewsletterEmail);
}

public static class Case
{
    public static void Run() => IssueDesk.Send(Customers.Ada());
}
