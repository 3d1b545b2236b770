// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: An operator of our own yields what the selector returns; it runs when marketing enumerates.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.OwnOperator;

public static class Operators
{
    public static IEnumerable<TResult> Choose<T, TResult>(this IEnumerable<T> items, Func<T, TResult?> selector)
        where TResult : class
    {
        foreach (var item in items)
        {
            if (selector(item) is { } chosen)
                yield return chosen;
        }
    }
}

[ForPurpose("support")]
public static class CallList
{
    public static IEnumerable<string> Numbers(IEnumerable<Customer> customers) => customers.Choose(static customer => customer.Phone);
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Call(IEnumerable<Customer> customers)
    {
        foreach (var number in CallList.Numbers(customers)) //! ECRM2002
            Use.Marketing("Call " + number);
    }
}

public static class Case
{
    public static void Run() => Telesales.Call([Customers.Ada()]);
}
