// verdict: clean
// origin: blind
// channel: marketing
// source: Ticket.Message
// proof: reaches
// why: The variable that held the message holds the product when marketing gets it.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.ReusedVariable;

public sealed class Ticket
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("content.message"), CollectedFor("support")]
    public string Message { get; init; } = "";

    public string Product { get; init; } = "";
}

[ForPurpose("support")]
public static class Helpdesk
{
    public static string Close(Ticket ticket)
    {
        var text = ticket.Message;
        if (text.Length > 20)
            text = text[..20] + "…";
        Use.Support(text);

        text = ticket.Product;
        return text;
    }
}

[ForPurpose("marketing")]
public static class ProductNews
{
    public static void Note(Ticket ticket)
    {
        var product = Helpdesk.Close(ticket);
        Use.Marketing(product);
    }
}

public static class Case
{
    public static void Run() => ProductNews.Note(new Ticket { CustomerId = 7, Message = Mark.Text("Ticket.Message"), Product = "Router 4" });
}
