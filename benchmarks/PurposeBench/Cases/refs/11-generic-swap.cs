// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A helper for everything exchanges two variables, and one was the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.GenericSwap;

public static class Exchange
{
    public static void Swap<T>(ref T one, ref T other) => (one, other) = (other, one);
}

[ForPurpose("support")]
public static class Rota
{
    public static void Plan(Customer customer)
    {
        string answer = customer.Email, bulletin = "team@fabrikam.example";
        Exchange.Swap(ref answer, ref bulletin);
        Bulletin.Send(bulletin); //! ECRM2002
    }
}

[ForPurpose("newsletter")]
public static class Bulletin
{
    public static void Send(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => Rota.Plan(Customers.Ada());
}
