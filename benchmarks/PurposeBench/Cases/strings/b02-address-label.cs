// verdict: violation
// origin: blind
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: The label is built piece by piece; the street is in it, and the mail house may have addresses for newsletter and marketing only.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.AddressLabel;

[ForPurpose("billing")]
public static class PaperInvoices
{
    public static async Task PostAsync(Customer customer, string invoiceNumber, CancellationToken cancellationToken = default)
    {
        var label = new StringBuilder();
        label.Append("Invoice ").AppendLine(invoiceNumber);
        AppendAddress(label, customer);

        await MailHouse.SendAsync(label.ToString().ToUpperInvariant(), cancellationToken); //! ECRM3001
    }

    private static void AppendAddress(StringBuilder label, Customer customer) => label.AppendLine(customer.Street).AppendLine("GB");
}

public static class Case
{
    public static Task Run() => PaperInvoices.PostAsync(Customers.Ada(), "R-2026-117");
}
