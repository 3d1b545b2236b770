// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Postcode
// proof: reaches
// why: A class inside a class that declares a purpose works for it too.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.NestedType;

[ForPurpose("analytics")]
public static class Dashboard
{
    public static void Refresh(IEnumerable<Customer> customers)
    {
        var tile = new Tile();
        foreach (var customer in customers)
            tile.Accept(customer);
    }

    private sealed class Tile
    {
        private string _last = "";

        public void Accept(Customer customer)
        {
            _last = customer.Postcode; //! ECRM2001
            Use.Analytics(_last);
        }
    }
}

public static class Case
{
    public static void Run() => Dashboard.Refresh([Customers.Ada()]);
}
