// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: A list pattern takes the second cell out of a row that billing wrote.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ListPattern;

[ForPurpose("billing")]
public static class OrderSheet
{
    public static string[] Row(Customer customer) => ["router", customer.Street, "GB"];
}

[ForPurpose("analytics")]
public static class Heatmap
{
    public static void Draw(Customer customer)
    {
        if (OrderSheet.Row(customer) is [_, var place, ..]) //! ECRM2002
            Use.Analytics(place);
    }
}

public static class Case
{
    public static void Run() => Heatmap.Draw(Customers.Ada());
}
