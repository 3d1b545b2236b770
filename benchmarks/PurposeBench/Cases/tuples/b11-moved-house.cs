// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: A tuple assignment moves the street into the field of the address before, and that one is printed.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.MovedHouse;

public sealed class DeliveryPoint
{
    private string _now = "";
    private string _before = "";

    public string Now => _now;

    public string Before => _before;

    public void MoveTo(string line) => (_now, _before) = (line, _now);
}

[ForPurpose("billing")]
public static class MoveRequest
{
    public static DeliveryPoint Handle(Customer customer, string newLine)
    {
        var point = new DeliveryPoint();
        point.MoveTo(customer.Street);
        point.MoveTo(newLine);
        return point;
    }
}

[ForPurpose("newsletter")]
public static class WelcomeIssue
{
    public static void Print(DeliveryPoint point) => Use.Newsletter("New here? " + point.Before); //! ECRM2002
}

public static class Case
{
    public static void Run() => WelcomeIssue.Print(MoveRequest.Handle(Customers.Ada(), "Collection point 3"));
}
