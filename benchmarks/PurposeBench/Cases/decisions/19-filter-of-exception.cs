// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: An exception filter reads the origin: which handler runs depends on it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.FilterOfException;

[ForPurpose("credit-offer")]
public static class Register
{
    public static void Ask(Customer customer)
    {
        try
        {
            Query(customer.Id);
        }
        catch (TimeoutException) when (customer.Origin.Contains('8')) //! ECRM2004
        {
            Use.CreditOffer("declined");
        }
        catch (TimeoutException)
        {
            Use.CreditOffer("granted without the register");
        }
    }

    private static void Query(int id) => throw new TimeoutException($"The register does not answer for {id}.");
}

public static class Case
{
    public static void Run() => Register.Ask(Customers.Ada());
}
