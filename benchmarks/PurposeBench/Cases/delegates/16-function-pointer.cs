// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: Analytics calls a method of billing through a pointer that a static field keeps.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.FunctionPointer;

[ForPurpose("billing")]
public static class Ledger
{
    public static string Street(Customer customer) => customer.Street;

    public static string Tier(Customer customer) => customer.Segment;

    public static void Print(Customer customer) => Use.Billing(Street(customer));
}

// Declares nothing: pointers to functions, without a delegate around them.
public static unsafe class Columns
{
    public static readonly delegate*<Customer, string> Of = &Ledger.Street;

    public static readonly delegate*<Customer, string> Group = &Ledger.Tier;
}

[ForPurpose("analytics")]
public static unsafe class Heatmap
{
    public static void Draw(Customer customer) => Use.Analytics("at " + Columns.Of(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        Ledger.Print(Customers.Ada());
        Heatmap.Draw(Customers.Ada());
    }
}
