// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Income
// proof: differs
// why: The policy lists the method whose result is an aggregate; the code carries no attribute.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.ListedAnonymizer;

// An anonymizer by the policy.
public static class Aggregates
{
    public static int Average(IReadOnlyCollection<int> values) => values.Count < 20 ? 0 : (int)values.Average();
}

[ForPurpose("billing")]
public static class Figures
{
    public static int Incomes(IEnumerable<Customer> customers) => Aggregates.Average([.. customers.Select(customer => customer.Income)]);
}

[ForPurpose("analytics")]
public static class Board
{
    public static void Show(IEnumerable<Customer> customers) => Use.Analytics(Figures.Incomes(customers));
}

public static class Case
{
    public static void Run() => Board.Show([Customers.Ada(), Customers.Other()]);
}
