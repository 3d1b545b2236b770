// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: A lambda sets a field of the object that created it; analytics reads it by a property after support has run the lambda.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.CapturedThis;

public sealed class Tape
{
    private string _last = "";

    public string Last => _last;

    public Action<string> Recording => text => _last = text;
}

[ForPurpose("support")]
public static class NoteEditor
{
    public static void Save(Customer customer, Action<string> saved) => saved("Saved: " + customer.Note);
}

[ForPurpose("analytics")]
public static class EditStatistics
{
    public static void Sample(Tape tape)
    {
        var last = tape.Last; //! ECRM2002
        Use.Analytics(last);
    }
}

public static class Case
{
    public static void Run()
    {
        var tape = new Tape();
        NoteEditor.Save(Customers.Ada(), tape.Recording);
        EditStatistics.Sample(tape);
    }
}
