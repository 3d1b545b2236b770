// verdict: clean
// origin: blind
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: Two objects from one constructor; the initialiser of each fills other members, and marketing reads the one that nobody's data went into.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.RequiredInitialisers;

public sealed class Parcel
{
    public Parcel(string sender) => Sender = sender;

    public string Sender { get; }

    public required string Notify { get; init; }

    public List<string> Items { get; } = [];

    public string Campaign { get; init; } = "none";
}

[ForPurpose("billing")]
public static class Shop
{
    public static Parcel Pack(Customer customer) => new("Fabrikam")
    {
        Notify = customer.Email,
        Items = { "Router", "Cable" },
        Campaign = "spring",
    };
}

[ForPurpose("marketing.email")]
public static class CampaignReport
{
    public static void Add(Parcel parcel)
    {
        var sample = new Parcel(parcel.Sender) { Notify = "shop@fabrikam.example", Items = { parcel.Items[0] }, Campaign = parcel.Campaign };
        Use.MarketingEmail(sample.Notify);
        Use.MarketingEmail(sample.Campaign + ": " + string.Join(", ", sample.Items));
    }
}

public static class Case
{
    public static void Run() => CampaignReport.Add(Shop.Pack(Customers.Ada()));
}
