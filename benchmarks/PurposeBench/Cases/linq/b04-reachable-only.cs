// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Support filters by the phone number; who remains is used for the newsletter by other members.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ReachableOnly;

[ForPurpose("support")]
public static class Reachable
{
    public static List<Customer> ByPhone(IEnumerable<Customer> customers) =>
        (from customer in customers
         where customer.Phone is not null && !customer.Phone.StartsWith('-')
         select customer).ToList();
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        var lines = Reachable.ByPhone(customers)
            .Select(static (customer, index) => $"{index}: {customer.Name} <{customer.NewsletterEmail}>")
            .Aggregate("", static (all, line) => all + line + "\n");
        Use.Newsletter(lines);
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Ada(), Customers.Other()]);
}
