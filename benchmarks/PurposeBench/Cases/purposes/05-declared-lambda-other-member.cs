// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The same two lambdas; the one of marketing reads no more than the segment.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.DeclaredLambdaOtherMember;

public static class Outbound
{
    public static IEnumerable<Action<Customer>> Steps()
    {
        yield return [ForPurpose("support")] (customer) => Use.Support(customer.Phone);
        yield return [ForPurpose("marketing")] (customer) => Use.Marketing(customer.Segment);
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
