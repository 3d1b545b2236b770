// verdict: violation
// origin: blind
// channel: research
// source: Customer.Note
// proof: reaches
// why: Clearing the form does not clear the copy that was made of it before.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B02CopiedBeforeClearing;

public sealed class CallForm
{
    public string Text { get; set; } = "";
}

[ForPurpose("support")]
public static class CallEntry
{
    public static string Submit(CallForm form, Customer caller)
    {
        form.Text = caller.Note;
        var written = form.Text;
        form.Text = "";
        return written;
    }
}

[ForPurpose("research")]
public static class TopicStudy
{
    public static void Collect(Customer caller)
    {
        var form = new CallForm();
        var written = CallEntry.Submit(form, caller); //! ECRM2002
        Use.Research(form.Text);
        Use.Research(written);
    }
}

public static class Case
{
    public static void Run() => TopicStudy.Collect(Customers.Ada());
}
