// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Income
// proof: reaches
// why: Billing finds the customer with the largest income; the newsletter uses the person's other members, which carry their own labels.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.RichestCustomer;

[ForPurpose("billing")]
public static class KeyAccounts
{
    public static Customer? Largest(IEnumerable<Customer> customers) => customers.MaxBy(static customer => customer.Income);

    public static IEnumerable<Customer> InOrder(IEnumerable<Customer> customers) =>
        from customer in customers
        orderby customer.Income descending, customer.Id
        select customer;
}

[ForPurpose("newsletter")]
public static class VipIssue
{
    public static void Send(IReadOnlyList<Customer> customers)
    {
        if (KeyAccounts.Largest(customers) is { } largest)
            Use.Newsletter(largest.NewsletterEmail);
        foreach (var name in KeyAccounts.InOrder(customers).Skip(1).Select(static customer => customer.Name))
            Use.Newsletter(name);
    }
}

public static class Case
{
    public static void Run() => VipIssue.Send([Customers.Ada(), Customers.Other()]);
}
