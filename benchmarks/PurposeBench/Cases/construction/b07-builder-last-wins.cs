// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The builder is told the recipient twice; what is built has the second.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.BuilderLastWins;

public sealed class MessageBuilder
{
    private string _to = "";
    private string _subject = "";

    public MessageBuilder To(string address)
    {
        _to = address;
        return this;
    }

    public MessageBuilder About(string subject)
    {
        _subject = subject;
        return this;
    }

    public Message Build() => new() { To = _to, Subject = _subject };
}

public readonly record struct Message
{
    public required string To { get; init; }

    public string Subject { get; init; }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Message message) => Use.Newsletter(message.To + ": " + message.Subject);
}

public static class Registration
{
    public static void Complete(Customer customer)
    {
        var builder = new MessageBuilder().To(customer.Email).About("Welcome");
        builder.To(customer.NewsletterEmail).About("First issue");
        Issue.Send(builder.Build());
    }
}

public static class Case
{
    public static void Run() => Registration.Complete(Customers.Ada());
}
