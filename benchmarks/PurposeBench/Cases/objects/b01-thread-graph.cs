// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The address lies three objects deep in a conversation that support wrote and the newsletter reads.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.ThreadGraph;

public sealed class Envelope
{
    public string To { get; set; } = "";

    public string Subject { get; set; } = "";
}

public sealed class Reply
{
    public Envelope Envelope { get; } = new();
}

public sealed class Conversation
{
    public Reply? Latest { get; set; }
}

[ForPurpose("support")]
public static class Answering
{
    public static void Answer(Conversation conversation, Customer customer)
    {
        var reply = new Reply();
        conversation.Latest = reply;
        reply.Envelope.Subject = "Your question";
        reply.Envelope.To = customer.Email;
    }
}

[ForPurpose("newsletter")]
public static class Harvest
{
    public static void Collect(Conversation conversation)
    {
        if (conversation.Latest is { } latest)
            Use.Newsletter(latest.Envelope.To); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var conversation = new Conversation();
        Answering.Answer(conversation, Customers.Ada());
        Harvest.Collect(conversation);
    }
}
