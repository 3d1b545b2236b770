// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: differs
// why: The parallel query keeps whoever has a number, which is a null check, and yields segments.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ParallelSegments;

[ForPurpose("support")]
public static class Dialler
{
    public static ParallelQuery<string> Numbers(IEnumerable<Customer> customers) =>
        customers.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Where(static customer => customer.Phone is not null).Select(static customer => customer.Phone!);

    public static ParallelQuery<string> Segments(IEnumerable<Customer> customers) =>
        customers.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Where(static customer => customer.Phone is not null).Select(static customer => customer.Segment);

    public static void Dial(IEnumerable<Customer> customers) => Use.Support(Numbers(customers).ToList());
}

[ForPurpose("marketing")]
public static class CallList
{
    public static void Print(IEnumerable<Customer> customers)
    {
        var lines = string.Join('\n', Dialler.Segments(customers).Select(static (segment, place) => $"{place}: {segment}").AsSequential());
        Use.Marketing(lines);
    }
}

public static class Case
{
    public static void Run()
    {
        Dialler.Dial([Customers.Ada()]);
        CallList.Print([Customers.Ada(), Customers.Other()]);
    }
}
