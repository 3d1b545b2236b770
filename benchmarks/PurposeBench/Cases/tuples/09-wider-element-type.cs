// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: Converting a tuple element by element, and taking it by index, keeps what is in it.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.WiderElementType;

[ForPurpose("support")]
public static class Journal
{
    public static (IComparable When, object What) Entry(Customer customer)
    {
        (string When, string What) entry = ("Monday", customer.Note);
        (IComparable, object) wide = entry;
        return wide;
    }
}

[ForPurpose("research")]
public static class Coding
{
    public static void Read(Customer customer)
    {
        var what = ((ITuple)Journal.Entry(customer))[1]; //! ECRM2002
        Use.Research(what);
    }
}

public static class Case
{
    public static void Run() => Coding.Read(Customers.Ada());
}
