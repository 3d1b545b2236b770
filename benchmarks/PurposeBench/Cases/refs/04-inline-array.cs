// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The elements of an inline array lie in the struct; one of them is the number.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.InlineArray;

[InlineArray(4)]
public struct Lines
{
    private string _first;
}

[ForPurpose("support")]
public static class Switchboard
{
    public static Lines Occupied(Customer customer)
    {
        var lines = new Lines();
        lines[0] = "extension 12";
        lines[2] = customer.Phone ?? "";
        return lines;
    }
}

[ForPurpose("marketing")]
public static class IdleCalls
{
    public static void Make(Customer customer)
    {
        var lines = Switchboard.Occupied(customer);
        Use.Marketing(lines[0]);
        Use.Marketing(lines[2]); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => IdleCalls.Make(Customers.Ada());
}
