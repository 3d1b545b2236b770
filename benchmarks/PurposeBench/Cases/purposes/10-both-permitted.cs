// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The name was collected for both purposes of the code, and the street stays with billing.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.BothPermitted;

[ForPurpose("billing", "newsletter")]
public sealed class PostalDispatch
{
    public string Label(Customer customer) => $"to {customer.Name}";
}

[ForPurpose("billing")]
public sealed class InvoiceDispatch(PostalDispatch dispatch)
{
    public void Print(Customer customer) => Use.Billing($"{dispatch.Label(customer)}, {customer.Street}");
}

[ForPurpose("newsletter")]
public sealed class IssueDispatch(PostalDispatch dispatch)
{
    public void Print(Customer customer) => Use.Newsletter(dispatch.Label(customer));
}

public static class Case
{
    public static void Run()
    {
        var dispatch = new PostalDispatch();
        new InvoiceDispatch(dispatch).Print(Customers.Ada());
        new IssueDispatch(dispatch).Print(Customers.Ada());
    }
}
