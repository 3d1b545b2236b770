// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: A property pattern with a name is a read of the property.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B01ReachableByPhone;

[ForPurpose("newsletter")]
public static class TextMessageCampaign
{
    public static void Send(IEnumerable<Customer> audience)
    {
        foreach (var person in audience)
        {
            if (person is { Segment: "standard", Phone: { Length: > 4 } number }) //! ECRM2001
                Use.Newsletter(number);
        }
    }
}

public static class Case
{
    public static void Run() => TextMessageCampaign.Send([Customers.Ada()]);
}
