// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The helper returns the first of the two letters, always; the second was never addressed.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.FirstOfTwo;

public sealed class Letter
{
    public string To { get; set; } = "list@fabrikam.example";
}

public static class Tray
{
    public static Letter Top(Letter first, Letter second)
    {
        second.To = second.To.Trim();
        return first;
    }
}

[ForPurpose("billing")]
public static class Clerk
{
    public static void Address(Letter reminder, Letter leaflet, Customer customer) => Tray.Top(reminder, leaflet).To = customer.Email;
}

[ForPurpose("newsletter")]
public static class Leaflets
{
    public static void Post(Letter leaflet) => Use.Newsletter(leaflet.To);
}

public static class Case
{
    public static void Run()
    {
        var (reminder, leaflet) = (new Letter(), new Letter());
        Clerk.Address(reminder, leaflet, Customers.Ada());
        Leaflets.Post(leaflet);
    }
}
