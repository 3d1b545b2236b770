// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The library's sender works for the newsletter; billing here hands it a street.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.DeclaredInLibrary;

[ForPurpose("billing")]
public static class InvoiceDesk
{
    public static void Announce(Customer customer)
    {
        var place = customer.Street;
        NewsSender.To(place).Send("New opening hours"); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => InvoiceDesk.Announce(Customers.Ada());
}
