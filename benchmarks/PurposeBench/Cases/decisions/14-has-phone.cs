// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Phone
// proof: differs
// why: Support says whether there is a number; a null check carries nothing.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.HasPhone;

[ForPurpose("support")]
public static class Reachability
{
    public static (string? Number, bool Known) Of(Customer customer) => (customer.Phone, customer.Phone is not null);

    public static void Call(string? number) => Use.Support(number);
}

[ForPurpose("credit-offer")]
public static class Decision
{
    public static void Take(bool known) => Use.CreditOffer(known ? 900 : 500);
}

public static class Case
{
    public static void Run()
    {
        var (number, known) = Reachability.Of(Customers.Ada());
        Reachability.Call(number);
        Decision.Take(known);
    }
}
