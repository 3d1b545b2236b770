// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The builder is emptied before the newsletter writes into it.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.ClearedBuilder;

public static class Pages
{
    public static StringBuilder Shared { get; } = new();
}

[ForPurpose("support")]
public static class TicketPage
{
    public static void Write(Customer customer)
    {
        Pages.Shared.Append("Ticket of ").Append(customer.Email);
        Use.Support(Pages.Shared.ToString());
        Pages.Shared.Clear();
    }
}

[ForPurpose("newsletter")]
public static class FrontPage
{
    public static void Write() => Use.Newsletter(Pages.Shared.Append("What is new").ToString());
}

public static class Case
{
    public static void Run()
    {
        TicketPage.Write(Customers.Ada());
        FrontPage.Write();
    }
}
