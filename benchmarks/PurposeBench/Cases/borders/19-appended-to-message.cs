// verdict: violation
// origin: open
// channel: stored:Feedback.Text
// source: Customer.Note
// proof: reaches
// why: A compound assignment adds what was said in confidence to a text that research may have.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.AppendedToMessage;

[DataSubject("author")]
public sealed class Feedback
{
    [DataSubjectId]
    public int Author { get; init; }

    [DataCategory("content.message"), CollectedFor("support", "research")]
    public string Text { get; set; } = "";
}

[ForPurpose("support")]
public static class FeedbackDesk
{
    public static void Append(IEnumerable<Feedback> rows, ILookup<int, Customer> customers)
    {
        foreach (var row in rows)
        {
            foreach (var customer in customers[row.Author])
                row.Text += "\nnoted: " + customer.Note; //! ECRM2007
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var row = new Feedback { Author = 7, Text = "fine" };
        FeedbackDesk.Append([row], new[] { Customers.Ada() }.ToLookup(customer => customer.Id));
        Use.Stored("Feedback.Text", row.Text);
    }
}
