// verdict: violation
// origin: blind
// channel: stored:Ticket.Text
// source: Customer.Note
// proof: reaches
// why: The purposes are the same, but what was told in confidence is not in confidence any more.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B02NoteIntoMessage;

[DataSubject("ticket")]
public sealed class Ticket
{
    [DataSubjectId]
    public int CustomerId { get; set; }

    [DataCategory("content.message"), CollectedFor("support")]
    public string Text { get; set; } = "";
}

[ForPurpose("support")]
public static class Transcript
{
    public static Ticket Open(Customer customer)
    {
        var ticket = new Ticket { CustomerId = customer.Id };
        var lines = new[] { "From the call:", customer.Note };
        ticket.Text = string.Join('\n', lines); //! ECRM2007
        return ticket;
    }
}

public static class Case
{
    public static void Run()
    {
        var ticket = Transcript.Open(Customers.Ada());
        Use.Stored("Ticket.Text", ticket.Text);
    }
}
