// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The old tuple class, made by its factory method and nested.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.TupleClass;

[ForPurpose("support")]
public static class Callers
{
    public static Tuple<int, Tuple<string, string>> Next(Customer customer) =>
        Tuple.Create(customer.Id, new Tuple<string, string>("router", customer.Phone ?? ""));
}

[ForPurpose("marketing")]
public static class HoldMusic
{
    public static void Announce(Customer customer)
    {
        var next = Callers.Next(customer);
        Use.Marketing(next.Item1);
        Use.Marketing(next.Item2.Item2); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => HoldMusic.Announce(Customers.Ada());
}
