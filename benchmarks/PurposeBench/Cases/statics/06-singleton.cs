// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: The one session object of the program keeps what support looked at.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.Singleton;

public sealed class Session
{
    private Session()
    {
    }

    public static Session Current { get; } = new();

    public Clipboard Clipboard { get; } = new();
}

public sealed class Clipboard
{
    public string Text { get; private set; } = "";

    public void Copy(string text) => Text = text;
}

[ForPurpose("support")]
public static class NoteView
{
    public static void Copy(Customer customer) => Session.Current.Clipboard.Copy(customer.Note);
}

[ForPurpose("analytics")]
public static class Habits
{
    public static void Sample()
    {
        var session = Session.Current;
        Use.Analytics(session.Clipboard.Text); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        NoteView.Copy(Customers.Ada());
        Habits.Sample();
    }
}
