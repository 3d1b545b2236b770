// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: Code for two purposes needs both of them permitted; the street was collected for one.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.AllPurposesCount;

[ForPurpose("billing", "newsletter")]
public sealed class PostalDispatch
{
    public string Label(Customer customer)
    {
        var label = $"{customer.Name}, {customer.Street}"; //! ECRM2001
        Use.Billing(label);
        Use.Newsletter(label);
        return label;
    }
}

public static class Case
{
    public static void Run() => new PostalDispatch().Label(Customers.Ada());
}
