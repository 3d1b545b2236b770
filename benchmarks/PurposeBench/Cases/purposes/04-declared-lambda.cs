// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A lambda declares its purpose by an attribute; the code around it declares none.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.DeclaredLambda;

public static class Outbound
{
    public static IEnumerable<Action<Customer>> Steps()
    {
        yield return [ForPurpose("support")] (customer) => Use.Support(customer.Phone);
        yield return [ForPurpose("marketing")] (customer) => Use.Marketing(customer.Phone); //! ECRM2001
    }
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        foreach (var step in Outbound.Steps())
            step(ada);
    }
}
