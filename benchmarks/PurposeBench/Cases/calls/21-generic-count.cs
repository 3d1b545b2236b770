// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Income
// proof: differs
// why: The same sum over how many people there are; that of incomes stays with billing.
using System.Numerics;
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.GenericCount;

public static class Series
{
    public static T Sum<T>(IEnumerable<T> values)
        where T : INumber<T>
    {
        var sum = T.Zero;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}

[ForPurpose("billing")]
public static class Accounts
{
    public static int Income(IEnumerable<Customer> customers) => Series.Sum(customers.Select(static customer => customer.Income));

    public static int People(IEnumerable<Customer> customers) => Series.Sum(customers.Select(static customer => 1 + customer.Contacts.Count));

    public static void Report(IEnumerable<Customer> customers) => Use.Billing(Income(customers));
}

[ForPurpose("marketing")]
public static class Budget
{
    public static void Plan(IEnumerable<Customer> customers) => Use.Marketing(Accounts.People(customers));
}

public static class Case
{
    public static void Run()
    {
        Customer[] customers = [Customers.Ada(), Customers.Other()];
        Accounts.Report(customers);
        Budget.Plan(customers);
    }
}
