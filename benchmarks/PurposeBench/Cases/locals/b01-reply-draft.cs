// verdict: violation
// origin: blind
// channel: marketing
// source: Ticket.Message
// proof: reaches
// why: A loop that quotes the message line by line into a local still holds what the person wrote; marketing quotes it as praise.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.ReplyDraft;

public sealed class Ticket
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("content.message"), CollectedFor("support")]
    public string Message { get; init; } = "";
}

[ForPurpose("support")]
public static class ReplyDesk
{
    public static string Draft(Ticket ticket, bool formal)
    {
        var greeting = formal ? "Dear customer," : "Hi,";
        var quoted = greeting;
        foreach (var line in ticket.Message.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            quoted = string.Create(CultureInfo.InvariantCulture, $"{quoted}\n> {trimmed}");
        }

        var body = quoted;
        return body;
    }
}

[ForPurpose("marketing")]
public static class Testimonials
{
    public static void Quote(Ticket ticket)
    {
        var text = ReplyDesk.Draft(ticket, formal: false); //! ECRM2002
        Use.Marketing(text);
    }
}

public static class Case
{
    public static void Run() => Testimonials.Quote(new Ticket { CustomerId = 7, Message = "Great service!\n" + Mark.Text("Ticket.Message") });
}
