// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: Neither a name, nor a parenthesis, nor a cast there and back makes another value of it.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.AliasChain;

[ForPurpose("support")]
public static class CallBack
{
    public static object? Number(Customer customer)
    {
        object? boxed = customer.Phone;
        var first = boxed;
        var second = (first);
        var text = second as string;
        return (string)(object)text!;
    }
}

[ForPurpose("analytics")]
public static class CallReport
{
    public static void Add(Customer customer) => Use.Analytics(CallBack.Number(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => CallReport.Add(Customers.Ada());
}
