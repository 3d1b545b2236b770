// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The library raises an event with arguments; the listener here works for research.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.PublisherOfLibrary;

[ForPurpose("research")]
public sealed class TopicStudy
{
    public TopicStudy(NoteBook book) => book.Added += (_, added) =>
    {
        if (added.Words > 0)
            Use.Research(added.Text); //! ECRM2002
    };
}

public static class Case
{
    public static void Run()
    {
        var book = new NoteBook();
        _ = new TopicStudy(book);
        book.Add(Customers.Ada());
    }
}
