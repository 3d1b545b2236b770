// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: differs
// why: Setting an item gives another map; the one that marketing looks into never held the number.
using System.Collections.Immutable;
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.B12PersistentMap;

[ForPurpose("support")]
public static class CallBacks
{
    public static ImmutableDictionary<string, string> Agree(ImmutableDictionary<string, string> wishes, Customer caller) =>
        wishes.SetItem("call", caller.Phone ?? "");

    public static void Dial(ImmutableDictionary<string, string> wishes) => Use.Support(wishes["call"]);
}

[ForPurpose("marketing")]
public static class OfferPage
{
    public static void Show(ImmutableDictionary<string, string> wishes) => Use.Marketing(wishes["call"]);
}

public static class Case
{
    public static void Run()
    {
        var byDefault = ImmutableDictionary<string, string>.Empty.Add("call", "never").Add("write", "monthly");
        var agreed = CallBacks.Agree(byDefault, Customers.Ada());
        CallBacks.Dial(agreed);
        OfferPage.Show(byDefault);
    }
}
