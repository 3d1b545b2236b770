// verdict: violation
// origin: blind
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: The mail house may have addresses for newsletters and offers, not those collected for invoices.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B01LabelToMailhouse;

[ForPurpose("billing")]
public static class ReminderLetters
{
    private static string Label(string street) => "c/o reception, " + street;

    public static Task PostAsync(Customer debtor)
    {
        var label = Label(debtor.Street);
        return MailHouse.SendAsync(label); //! ECRM3001
    }
}

public static class Case
{
    public static Task Run() => ReminderLetters.PostAsync(Customers.Ada());
}
