// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: differs
// why: The library's outcome holds a value and a reason, and the newsletter is told the reason.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B09ReasonOfOutcome;

[ForPurpose("billing")]
public static class DeliveryCheck
{
    public static Outcome<string> Of(Customer buyer) =>
        Outcome<string>.Of(buyer.Street, "checked by hand").Map(static street => street.Trim().ToUpperInvariant());

    public static void Ship(Customer buyer) => Use.Billing(Of(buyer).Value);
}

[ForPurpose("newsletter")]
public static class QualityColumn
{
    public static void Write(Customer buyer) => Use.Newsletter("How we check addresses: " + DeliveryCheck.Of(buyer).Reason);
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        DeliveryCheck.Ship(ada);
        QualityColumn.Write(ada);
    }
}
