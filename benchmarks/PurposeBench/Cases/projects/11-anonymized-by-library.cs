// verdict: clean
// origin: open
// channel: research
// source: Customer.Income
// proof: differs
// why: The library says of its method that the result is anonymous.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.AnonymizedByLibrary;

[ForPurpose("billing")]
public static class Solvency
{
    public static string Of(Customer customer) => Bands.Of(customer.Income);
}

[ForPurpose("research")]
public static class Study
{
    public static void Add(Customer customer) => Use.Research($"band {Solvency.Of(customer)}");
}

public static class Case
{
    public static void Run() => Study.Add(Customers.Ada());
}
