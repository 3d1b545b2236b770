// verdict: violation
// origin: blind
// channel: recipient:ad-network
// source: Customer.Phone
// proof: reaches
// why: A method group of the recipient takes every element of the list.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B09MethodGroupToAds;

[ForPurpose("support")]
public static class MissedCalls
{
    public static void Share(IEnumerable<Customer> callers)
    {
        var numbers = callers.Where(caller => caller.Segment == "standard").Select(caller => caller.Phone).ToList();
        numbers.ForEach(AdNetwork.Push); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => MissedCalls.Share([Customers.Ada()]);
}
