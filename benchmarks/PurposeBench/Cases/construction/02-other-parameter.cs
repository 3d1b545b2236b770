// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two parameters, named in the other order; the newsletter reads the property that the other one filled.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.OtherParameter;

public sealed class Mail
{
    public Mail(string to, string subject, string? cc = null)
    {
        To = to;
        Subject = subject;
        Cc = cc;
    }

    public string To { get; }

    public string Subject { get; }

    public string? Cc { get; }
}

[ForPurpose("support")]
public static class Desk
{
    public static Mail Answer(Customer customer) => new(subject: "Your router", to: customer.Email);
}

[ForPurpose("newsletter")]
public static class Topics
{
    public static void Collect(Customer customer)
    {
        var mail = Desk.Answer(customer);
        Use.Newsletter(mail.Subject + mail.Cc);
    }
}

public static class Case
{
    public static void Run() => Topics.Collect(Customers.Ada());
}
