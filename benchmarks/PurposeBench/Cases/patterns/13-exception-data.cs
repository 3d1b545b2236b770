// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The note travels in the data of an exception, under a key.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ExceptionData;

[ForPurpose("support")]
public static class NoteEditor
{
    public static void Save(Customer customer)
    {
        var failure = new InvalidOperationException("The note is too long");
        failure.Data["note"] = customer.Note;
        throw failure;
    }
}

[ForPurpose("research")]
public static class FailureStudy
{
    public static void Collect(Customer customer)
    {
        try
        {
            NoteEditor.Save(customer);
        }
        catch (InvalidOperationException e)
        {
            var note = e.Data["note"]; //! ECRM2002
            Use.Research(note);
        }
    }
}

public static class Case
{
    public static void Run() => FailureStudy.Collect(Customers.Ada());
}
