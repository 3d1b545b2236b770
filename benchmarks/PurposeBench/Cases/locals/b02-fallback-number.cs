// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: The number goes through a chain of fallbacks, each in a local of its own, before call statistics get it.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.FallbackNumber;

[ForPurpose("support")]
public static class CallCentre
{
    public static void HangUp(Customer customer, string? calledFrom)
    {
        var number = calledFrom ?? customer.Phone;
        string dialled;
        if (number is { Length: > 0 } known)
            dialled = known;
        else
            dialled = "suppressed";

        Use.Support(dialled);
        CallStatistics.Count(dialled, minutes: 4); //! ECRM2002
    }
}

[ForPurpose("analytics")]
public static class CallStatistics
{
    public static void Count(string caller, int minutes) => Use.Analytics($"{caller}: {minutes}");
}

public static class Case
{
    public static void Run() => CallCentre.HangUp(Customers.Ada(), calledFrom: null);
}
