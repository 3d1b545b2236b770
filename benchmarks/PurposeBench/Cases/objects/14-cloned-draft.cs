// verdict: violation
// origin: open
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: A shallow copy has every member of the original.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.ClonedDraft;

public sealed class Draft
{
    public string To { get; set; } = "";

    public string Subject { get; set; } = "";

    public Draft Duplicate() => (Draft)MemberwiseClone();
}

[ForPurpose("billing")]
public static class Reminders
{
    public static Draft Write(Customer customer) => new() { To = customer.Email, Subject = "Overdue" };
}

[ForPurpose("marketing.email")]
public static class Offers
{
    public static void Send(Customer customer)
    {
        var offer = Reminders.Write(customer).Duplicate();
        offer.Subject = "An offer";
        Use.MarketingEmail(offer.To); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Offers.Send(Customers.Ada());
}
