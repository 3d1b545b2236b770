// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: One constructor calls the other with its arguments turned round.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.ChainedConstructors;

public sealed class Mail
{
    public Mail(string to)
        : this("Hello", to)
    {
    }

    private Mail(string subject, string to)
    {
        Subject = subject;
        To = to;
    }

    public string To { get; }

    public string Subject { get; }
}

[ForPurpose("support")]
public static class Desk
{
    public static Mail Answer(Customer customer) => new(customer.Email);
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Send(Customer customer) => Use.Newsletter(Desk.Answer(customer).To); //! ECRM2002
}

public static class Case
{
    public static void Run() => Digest.Send(Customers.Ada());
}
