// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The campaign takes out what lies under the other key.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B05OtherKeyOfBag;

public sealed class Opportunity
{
    public Dictionary<string, string> Extra { get; } = [];
}

[ForPurpose("support")]
public static class TicketClosing
{
    public static void Close(Customer customer, Opportunity opportunity)
    {
        opportunity.Extra["segment"] = customer.Segment;
        opportunity.Extra["callback"] = customer.Phone ?? "";
    }
}

[ForPurpose("marketing")]
public static class UpsellCampaign
{
    public static void Add(Opportunity opportunity)
    {
        var segment = opportunity.Extra["segment"];
        Use.Marketing(segment);
    }
}

public static class Case
{
    public static void Run()
    {
        var opportunity = new Opportunity();
        TicketClosing.Close(Customers.Ada(), opportunity);
        UpsellCampaign.Add(opportunity);
    }
}
