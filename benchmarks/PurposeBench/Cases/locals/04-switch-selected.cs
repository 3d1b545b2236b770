// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: One arm of the switch expression and one half of the conditional are the street.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.SwitchSelected;

public enum Delivery
{
    Online,
    Letter,
    Parcel,
}

[ForPurpose("billing")]
public static class InvoiceDelivery
{
    public static string Target(Customer customer, Delivery delivery, bool abroad)
    {
        var target = delivery switch
        {
            Delivery.Online => "portal",
            Delivery.Letter or Delivery.Parcel => abroad ? "customs office" : customer.Street,
            _ => "none",
        };
        return target;
    }
}

[ForPurpose("marketing")]
public static class Flyer
{
    public static void Print(Customer customer) => Use.Marketing(InvoiceDelivery.Target(customer, Delivery.Letter, abroad: false)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Flyer.Print(Customers.Ada());
}
