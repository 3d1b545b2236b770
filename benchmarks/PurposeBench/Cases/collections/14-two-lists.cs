// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two lists filled by one helper; each purpose reads its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.TwoLists;

public static class Filler
{
    public static void Add(List<string> list, string entry) => list.Add(entry.Trim());
}

public static class Checkout
{
    public static void Finish(Customer customer)
    {
        List<string> receipts = [], readers = [];
        Filler.Add(receipts, customer.Email);
        Filler.Add(readers, customer.NewsletterEmail);
        Receipts.Send(receipts);
        Readers.Welcome(readers);
    }
}

[ForPurpose("billing")]
public static class Receipts
{
    public static void Send(List<string> to) => Use.Billing(to[0]);
}

[ForPurpose("newsletter")]
public static class Readers
{
    public static void Welcome(List<string> to) => Use.Newsletter(to[0]);
}

public static class Case
{
    public static void Run() => Checkout.Finish(Customers.Ada());
}
