// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: One builder is appended to another before anybody makes a string of them.
using System.Globalization;
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.BuilderInBuilder;

[ForPurpose("billing")]
public static class InvoiceHeader
{
    public static StringBuilder Write(Customer customer)
    {
        var address = new StringBuilder().Append(customer.Name).AppendLine().AppendJoin(", ", customer.Street, "GB");
        var page = new StringBuilder(200);
        page.Append(CultureInfo.InvariantCulture, $"Invoice {customer.Id}").AppendLine();
        return page.Append(address).Insert(0, "Page 1: ");
    }
}

[ForPurpose("marketing")]
public static class Catalogue
{
    public static void Print(Customer customer)
    {
        Use.Marketing(InvoiceHeader.Write(customer).Append("Our new catalogue").ToString()); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Catalogue.Print(Customers.Ada());
}
