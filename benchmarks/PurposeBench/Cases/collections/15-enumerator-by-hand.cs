// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: An enumerator that is moved by hand gives the same elements as a loop.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.EnumeratorByHand;

[ForPurpose("billing")]
public static class Ledger
{
    public static IEnumerable<int> Incomes(params Customer[] customers) => Array.ConvertAll(customers, static customer => customer.Income);
}

[ForPurpose("analytics")]
public static class Sample
{
    public static void Take(Customer customer)
    {
        using var incomes = Ledger.Incomes(customer, Customers.Other()).GetEnumerator();
        if (incomes.MoveNext())
            Use.Analytics(incomes.Current); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Sample.Take(Customers.Ada());
}
