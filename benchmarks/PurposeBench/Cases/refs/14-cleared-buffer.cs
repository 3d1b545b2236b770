// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Card
// proof: reaches
// why: The buffer that held the card is cleared before its text is made.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ClearedBuffer;

[ForPurpose("billing")]
public static class Terminal
{
    public static string Trace(Customer customer)
    {
        Span<char> buffer = stackalloc char[100];
        customer.Card.CopyTo(buffer);
        Bank.Collect(buffer.TrimEnd('\0').ToString());

        buffer.Clear();
        "approved".CopyTo(buffer);
        return buffer.TrimEnd('\0').ToString();
    }
}

[ForPurpose("analytics")]
public static class Approvals
{
    public static void Count(Customer customer) => Use.Analytics(Terminal.Trace(customer));
}

public static class Case
{
    public static void Run() => Approvals.Count(Customers.Ada());
}
