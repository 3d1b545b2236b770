// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: One array with two elements, each written and read under its constant index.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.OtherElement;

[ForPurpose("support")]
public static class Display
{
    public static string[] Rows(Customer customer)
    {
        var rows = new string[3];
        rows[0] = "Router 4";
        rows[1] = customer.Phone ?? "";
        rows[^1] = "queue 3";
        return rows;
    }
}

[ForPurpose("marketing")]
public static class Banner
{
    public static void Show(Customer customer)
    {
        var rows = Display.Rows(customer);
        Use.Marketing(rows[0]);
        Use.Marketing(rows[2]);
    }
}

public static class Case
{
    public static void Run() => Banner.Show(Customers.Ada());
}
