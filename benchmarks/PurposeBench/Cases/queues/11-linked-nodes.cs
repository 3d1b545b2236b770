// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: From node to node of a linked list, until the one with the street.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.LinkedNodes;

[ForPurpose("billing")]
public static class Route
{
    public static LinkedList<string> Plan(Customer customer)
    {
        var stops = new LinkedList<string>(["depot", "office"]);
        stops.AddAfter(stops.First!, customer.Street);
        return stops;
    }
}

[ForPurpose("marketing")]
public static class Leaflets
{
    public static void Drop(Customer customer) => Use.Marketing(Route.Plan(customer).First!.Next!.Value); //! ECRM2002
}

public static class Case
{
    public static void Run() => Leaflets.Drop(Customers.Ada());
}
