// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Where nothing was entered, the number from the ticket is assigned.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.CoalesceAssign;

[ForPurpose("support")]
public static class ContactForm
{
    public static string Reachable(Customer customer, string? entered)
    {
        string? number = entered;
        number ??= customer.Phone;
        number ??= "unknown";
        return number;
    }
}

[ForPurpose("marketing")]
public static class TextCampaign
{
    public static void Queue(Customer customer)
    {
        var number = ContactForm.Reachable(customer, entered: null); //! ECRM2002
        Use.Marketing("SMS to " + number);
    }
}

public static class Case
{
    public static void Run() => TextCampaign.Queue(Customers.Ada());
}
