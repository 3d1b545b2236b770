// verdict: clean
// origin: open
// channel: exception
// source: Customer.Card
// proof: reaches
// why: The message is formatted with the number of the invoice; the card went to the bank.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.OtherPlaceholder;

[ForPurpose("billing")]
public static class Payment
{
    public static void Take(Customer customer, string invoice)
    {
        var request = string.Format(CultureInfo.InvariantCulture, "{0}:{1}", invoice, customer.Card);
        Bank.Collect(request);
        throw new TimeoutException(string.Format(CultureInfo.InvariantCulture, "No answer for {0} after {1:F1} s", invoice, 30));
    }
}

public static class Case
{
    public static void Run() => Payment.Take(Customers.Ada(), "R-2026-118");
}
