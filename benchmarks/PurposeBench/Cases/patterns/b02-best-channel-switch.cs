// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: A switch arm in a helper that declares nothing reads for its caller.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B02BestChannelSwitch;

public static class BestChannel
{
    public static string Of(Customer customer) => customer switch
    {
        { Segment: "anonymous" } => "none",
        { Email: var address } when address.Contains('@') => address, //! ECRM2003
        _ => "letter",
    };
}

[ForPurpose("analytics")]
public static class ReachReport
{
    public static void Add(Customer customer)
    {
        var channel = BestChannel.Of(customer);
        Use.Analytics(channel);
    }
}

public static class Case
{
    public static void Run() => ReachReport.Add(Customers.Ada());
}
