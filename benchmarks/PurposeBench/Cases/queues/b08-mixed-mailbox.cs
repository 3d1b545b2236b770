// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: One mailbox for messages of two types; the newsletter's worker reads the address of its own type alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.MixedMailbox;

public abstract record Message(int Number);

public sealed record TicketMail(int Number, string To) : Message(Number);

public sealed record IssueMail(int Number, string To) : Message(Number);

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Answer(Queue<Message> mailbox, Customer customer) => mailbox.Enqueue(new TicketMail(1, customer.Email));

    public static void Send(TicketMail mail) => Use.Support(mail.To);
}

[ForPurpose("newsletter")]
public static class Worker
{
    public static void Order(Queue<Message> mailbox, Customer customer) => mailbox.Enqueue(new IssueMail(2, customer.NewsletterEmail));

    public static void Work(Queue<Message> mailbox)
    {
        while (mailbox.TryDequeue(out var message))
        {
            switch (message)
            {
                case IssueMail issue:
                    Use.Newsletter(issue.To);
                    break;
                case TicketMail ticket:
                    AnswerDesk.Send(ticket);
                    break;
            }
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var mailbox = new Queue<Message>();
        AnswerDesk.Answer(mailbox, Customers.Ada());
        Worker.Order(mailbox, Customers.Ada());
        Worker.Work(mailbox);
    }
}
