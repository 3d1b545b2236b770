// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The list mixes addresses and notices; the newsletter takes the notices out by their type.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.OfType;

public sealed record Notice(string Text);

[ForPurpose("support")]
public static class Desk
{
    public static List<object> Inbox(IEnumerable<Customer> customers) =>
        customers.Select(static customer => (object)customer.Email).Append(new Notice("closed on Friday")).ToList();

    public static void Show(IEnumerable<Customer> customers) => Use.Support(Inbox(customers).OfType<string>());
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write(IEnumerable<Customer> customers)
    {
        foreach (var notice in Desk.Inbox(customers).OfType<Notice>())
            Use.Newsletter(notice.Text);
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Show([Customers.Ada()]);
        Issue.Write([Customers.Ada()]);
    }
}
