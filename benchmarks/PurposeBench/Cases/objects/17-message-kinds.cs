// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The message is a text message for one customer and a letter for everybody; marketing handles the letter.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.MessageKinds;

public abstract class Message
{
    public string Topic { get; init; } = "";
}

public sealed class TextMessage : Message
{
    public string? Number { get; init; }
}

public sealed class Letter : Message
{
    public string Number { get; init; } = "";
}

[ForPurpose("support")]
public static class Notifier
{
    public static Message Solved(Customer customer) => new TextMessage { Topic = "Solved", Number = customer.Phone };
}

[ForPurpose("marketing")]
public static class Batch
{
    public static void Add(Customer customer)
    {
        Message solved = Notifier.Solved(customer), letter = new Letter { Topic = "Spring", Number = "L-12" };
        if (letter is Letter mine)
            Use.Marketing($"{solved.Topic}, {mine.Number}");
    }
}

public static class Case
{
    public static void Run() => Batch.Add(Customers.Ada());
}
