// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The same helper, and the variable that gave the address away is the one that goes on.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.GenericSwapOtherSide;

public static class Exchange
{
    public static void Swap<T>(ref T one, ref T other) => (one, other) = (other, one);
}

[ForPurpose("support")]
public static class Rota
{
    public static void Plan(Customer customer)
    {
        string answer = "team@fabrikam.example", bulletin = customer.Email;
        Exchange.Swap(ref answer, ref bulletin);
        Use.Support(answer);
        Bulletin.Send(bulletin);
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
