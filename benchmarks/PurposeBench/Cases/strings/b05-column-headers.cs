// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The name of a member is not its value.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.ColumnHeaders;

[ForPurpose("newsletter")]
public static class SubscriberSheet
{
    private static readonly string[] Columns = [nameof(Customer.Name), nameof(Customer.NewsletterEmail)];

    public static string Render(IEnumerable<Customer> customers)
    {
        var lines = new List<string> { string.Join(';', Columns), $"({nameof(Customer.Email)} is not exported)" };
        foreach (var customer in customers)
            lines.Add(string.Concat(customer.Name, ";", customer.NewsletterEmail));
        return string.Join(Environment.NewLine, lines);
    }
}

public static class Case
{
    public static void Run() => Publish([Customers.Ada(), Customers.Other()]);

    [ForPurpose("newsletter")]
    private static void Publish(List<Customer> customers) => Use.Newsletter(SubscriberSheet.Render(customers));
}
