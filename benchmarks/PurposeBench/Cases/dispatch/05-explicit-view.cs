// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: One class implements two views with a member of the same name; marketing asks through the wrong one.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.ExplicitView;

public interface ITicketView
{
    string Contact { get; }
}

public interface IOfferView
{
    string Contact { get; }
}

public sealed class Person(Customer customer) : ITicketView, IOfferView
{
    [ForPurpose("support")]
    string ITicketView.Contact => customer.Phone ?? "none";

    string IOfferView.Contact => "by letter";
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Start(Person person)
    {
        ITicketView view = person;
        var contact = view.Contact; //! ECRM2002
        Use.Marketing(contact);
    }
}

public static class Case
{
    public static void Run() => Campaign.Start(new Person(Customers.Ada()));
}
