// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: One class implements two views with a member of the same name; marketing asks through its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.ExplicitOtherView;

public interface ITicketView
{
    string Contact();
}

public interface IOfferView
{
    string Contact();
}

public sealed class Person(Customer customer) : ITicketView, IOfferView
{
    [ForPurpose("support")]
    string ITicketView.Contact() => customer.Phone ?? "none";

    string IOfferView.Contact() => "by letter, customer " + customer.Id;
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Start(Person person) => Use.Marketing(((IOfferView)person).Contact());
}

[ForPurpose("support")]
public static class Desk
{
    public static void Show(Person person) => Use.Support(((ITicketView)person).Contact());
}

public static class Case
{
    public static void Run()
    {
        var person = new Person(Customers.Ada());
        Desk.Show(person);
        Campaign.Start(person);
    }
}
