// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The method returns the address only when it is asked for it, and the newsletter asks for the line without.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.FlagIsFalse;

[ForPurpose("support")]
public static class Cards
{
    public static string Line(Customer customer, bool withAddress)
    {
        if (withAddress)
            return customer.Email;
        return "a " + customer.Segment + " customer";
    }

    public static void Print(Customer customer) => Use.Support(Line(customer, withAddress: true));
}

[ForPurpose("newsletter")]
public static class Reader
{
    public static void Describe(Customer customer) => Use.Newsletter(Cards.Line(customer, withAddress: false));
}

public static class Case
{
    public static void Run()
    {
        Cards.Print(Customers.Ada());
        Reader.Describe(Customers.Ada());
    }
}
