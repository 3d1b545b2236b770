// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The list is emptied before the newsletter fills and reads it.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.ClearedList;

public static class Batches
{
    public static List<string> Current { get; } = [];
}

[ForPurpose("billing")]
public static class Receipts
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
            Batches.Current.Add(customer.Email);
        Use.Billing(Batches.Current);
        Batches.Current.Clear();
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
            Batches.Current.Add(customer.NewsletterEmail);
        foreach (var to in Batches.Current)
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run()
    {
        Customer[] everybody = [Customers.Ada(), Customers.Other()];
        Receipts.Send(everybody);
        Issue.Send(everybody);
    }
}
