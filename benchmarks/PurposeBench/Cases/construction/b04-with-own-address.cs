// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: `with` replaces exactly the member that held the support address.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.WithOwnAddress;

public sealed record Mailing(string To, string Subject, int Priority = 0);

[ForPurpose("support")]
public static class TicketMails
{
    public static Mailing Answer(Customer customer) => new(customer.Email, "Your ticket", Priority: 2);
}

[ForPurpose("newsletter")]
public static class NewsMails
{
    public static Mailing Convert(Mailing answer, Customer customer) => answer with { To = customer.NewsletterEmail, Subject = "News" };

    public static void Send(Mailing mailing) => Use.Newsletter($"{mailing.To}: {mailing.Subject} ({mailing.Priority})");
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        NewsMails.Send(NewsMails.Convert(TicketMails.Answer(ada), ada));
    }
}
