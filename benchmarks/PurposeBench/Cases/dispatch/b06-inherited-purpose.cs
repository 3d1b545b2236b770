// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Origin
// proof: reaches
// why: The class declares nothing, but the interface member it implements works for marketing, so its read does too.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.InheritedPurpose;

public interface IOfferText
{
    [ForPurpose("marketing")]
    string Render(Customer customer);
}

public class PlainOffer : IOfferText
{
    public virtual string Render(Customer customer) => "Have a look at our offers";
}

public sealed class HomelandOffer : PlainOffer
{
    public override string Render(Customer customer)
    {
        var text = $"Cheap calls to {customer.Origin}"; //! ECRM2001
        Use.Marketing(text);
        return text;
    }
}

public static class Case
{
    public static void Run()
    {
        IOfferText offer = new HomelandOffer();
        offer.Render(Customers.Ada());
    }
}
