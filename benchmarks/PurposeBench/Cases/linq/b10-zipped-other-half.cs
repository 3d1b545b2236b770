// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: differs
// why: Segments and numbers are zipped into one sheet, of which the flyer takes the segments only.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.B10ZippedOtherHalf;

public static class CallSheet
{
    public static IEnumerable<(string Segment, string Number)> Of(IEnumerable<string> segments, IEnumerable<string> numbers) =>
        segments.Zip(numbers).Where(static line => line.First.Length > 0);
}

[ForPurpose("support")]
public sealed class Roster(IReadOnlyList<Customer> callers)
{
    public IEnumerable<(string Segment, string Number)> Sheet() =>
        CallSheet.Of(callers.Select(static caller => caller.Segment), callers.Select(static caller => caller.Phone ?? ""));

    public void CallAll()
    {
        foreach (var (_, number) in Sheet())
            Use.Support(number);
    }
}

[ForPurpose("marketing")]
public static class SegmentFlyer
{
    public static void Print(Roster roster)
    {
        foreach (var (segment, _) in roster.Sheet())
            Use.Marketing(segment);
    }
}

public static class Case
{
    public static void Run()
    {
        var roster = new Roster([Customers.Ada(), Customers.Other()]);
        roster.CallAll();
        SegmentFlyer.Print(roster);
    }
}
