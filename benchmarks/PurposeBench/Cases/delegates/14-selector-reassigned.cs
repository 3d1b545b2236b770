// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The selector first read the address of the account; it is another one when it runs for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.SelectorReassigned;

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(string to) => Use.Newsletter(to);
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(string to) => Use.Support(to);
}

// Declares nothing: it only hands on.
public static class EndOfDay
{
    public static void Run(Customer customer)
    {
        Func<Customer, string> selector = static one => one.Email;
        Desk.Answer(selector(customer));

        selector = static one => one.NewsletterEmail;
        Issue.Send(selector(customer));
    }
}

public static class Case
{
    public static void Run() => EndOfDay.Run(Customers.Ada());
}
