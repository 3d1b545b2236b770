// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A compound assignment adds the address to what the property held.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.AppendedProperty;

public sealed class Mail
{
    public string Recipients { get; set; } = "list@fabrikam.example";
}

[ForPurpose("support")]
public static class Desk
{
    public static Mail Forward(Customer customer)
    {
        var mail = new Mail();
        mail.Recipients += "; " + customer.Email;
        return mail;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(Desk.Forward(customer).Recipients); //! ECRM2002
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
