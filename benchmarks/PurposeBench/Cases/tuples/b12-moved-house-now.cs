// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The second move has replaced the street; only the address before still holds it.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.MovedHouseNow;

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
    public static void Print(DeliveryPoint point) => Use.Newsletter("New here? " + point.Now);
}

public static class Case
{
    public static void Run() => WelcomeIssue.Print(MoveRequest.Handle(Customers.Ada(), "Collection point 3"));
}
