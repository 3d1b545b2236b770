// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter calls the helper that reads the name only.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B05OtherMethodOfLibrary;

[ForPurpose("newsletter")]
public static class MergeMail
{
    public static void Send(Customer reader) => Use.Newsletter(ContactFormat.Short(reader));
}

[ForPurpose("billing")]
public static class InvoiceHead
{
    public static void Print(Customer customer) => Use.Billing(ContactFormat.Full(customer));
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        InvoiceHead.Print(customer);
        MergeMail.Send(customer);
    }
}
