// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The object that is written is chosen by an expression.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.SelectedReceiver;

public sealed class Letter
{
    public string To { get; set; } = "";
}

[ForPurpose("billing")]
public static class Clerk
{
    public static void Address(Letter? reminder, Letter invoice, bool late, Customer customer) =>
        ((late ? reminder : null) ?? invoice)!.To = customer.Email;
}

[ForPurpose("newsletter")]
public static class Insert
{
    public static void Enclose(Letter invoice) => Use.Newsletter(invoice.To); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var (reminder, invoice) = (new Letter(), new Letter());
        Clerk.Address(reminder, invoice, late: false, Customers.Ada());
        Insert.Enclose(invoice);
    }
}
