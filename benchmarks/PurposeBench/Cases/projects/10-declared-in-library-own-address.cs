// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The same sender gets what was collected for it.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.DeclaredInLibraryOwnAddress;

[ForPurpose("billing", "newsletter")]
public static class Announcements
{
    public static void Announce(Customer customer) => NewsSender.To(customer.Name).Send("New opening hours");
}

[ForPurpose("billing")]
public static class InvoiceDesk
{
    public static void Print(Customer customer) => Use.Billing(customer.Street);
}

public static class Case
{
    public static void Run()
    {
        InvoiceDesk.Print(Customers.Ada());
        Announcements.Announce(Customers.Ada());
    }
}
