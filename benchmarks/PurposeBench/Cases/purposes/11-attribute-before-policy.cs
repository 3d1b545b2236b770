// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The policy declares marketing for all code of the folder; this class says support itself, which is nearer.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.AttributeBeforePolicy;

// "marketing" by the policy, like everything beneath Jobs that says nothing.
public static class Jobs
{
    public sealed class OfferJob
    {
        public void Execute(Customer customer) => Use.Marketing(customer.Segment);
    }

    [ForPurpose("support")]
    public sealed class CallBackJob
    {
        public void Execute(Customer customer) => Use.Support(customer.Phone);
    }
}

public static class Case
{
    public static void Run()
    {
        new Jobs.CallBackJob().Execute(Customers.Ada());
        new Jobs.OfferJob().Execute(Customers.Ada());
    }
}
