// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: The dictionary gives out a reference to the value, and an assignment to it is an entry.
using System.Runtime.InteropServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ReferenceIntoDictionary;

[ForPurpose("support")]
public sealed class LastCalls
{
    public Dictionary<int, string?> ByDesk { get; } = [];

    public void Note(int desk, Customer customer)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(ByDesk, desk, out _);
        last = customer.Phone;
    }
}

[ForPurpose("analytics")]
public static class Wallboard
{
    public static void Show(LastCalls calls) => Use.Analytics(calls.ByDesk[3]); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var calls = new LastCalls();
        calls.Note(3, Customers.Ada());
        Wallboard.Show(calls);
    }
}
