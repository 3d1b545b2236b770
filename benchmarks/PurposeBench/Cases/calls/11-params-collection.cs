// verdict: violation
// origin: open
// channel: log
// source: Customer.Card
// proof: reaches
// why: Values of any number are joined by a helper and written to the console.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.ParamsCollection;

[ForPurpose("billing")]
public static class Payment
{
    public static void Take(Customer customer, int amount)
    {
        Bank.Collect(customer.Card);
        Trace.Write("taken", amount, customer.Card);
    }
}

public static class Trace
{
    public static void Write(string what, params IReadOnlyList<object> details)
    {
        var line = Line(what, [.. details]);
        Console.WriteLine(line); //! ECRM3002
    }

    private static string Line(string what, params ReadOnlySpan<object> details) => what + ": " + string.Join(' ', details);
}

public static class Case
{
    public static void Run() => Payment.Take(Customers.Ada(), 12);
}
