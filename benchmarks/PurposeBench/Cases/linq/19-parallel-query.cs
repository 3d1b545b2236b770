// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A parallel query of support reads the numbers on whatever thread is free; it runs when marketing joins them.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ParallelNumbers;

[ForPurpose("support")]
public static class Dialler
{
    public static ParallelQuery<string> Numbers(IEnumerable<Customer> customers) =>
        customers.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Where(static customer => customer.Phone is not null).Select(static customer => customer.Phone!);
}

[ForPurpose("marketing")]
public static class CallList
{
    public static void Print(IEnumerable<Customer> customers)
    {
        var lines = string.Join('\n', Dialler.Numbers(customers).Select(static (number, place) => $"{place}: {number}").AsSequential()); //! ECRM2002
        Use.Marketing(lines);
    }
}

public static class Case
{
    public static void Run() => CallList.Print([Customers.Ada(), Customers.Other()]);
}
