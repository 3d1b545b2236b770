// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: What support put into the bag under a key is what the campaign takes out under it.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B02AttributeBag;

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
        var number = opportunity.Extra["callback"]; //! ECRM2002
        Use.Marketing(number);
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
