// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: A switch over the note yields fixed texts; a condition passes nothing on outside decisions.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B05MoodToBrochure;

[ForPurpose("support")]
public static class NoteReader
{
    public static string Brochure(Customer customer) => customer.Note switch
    {
        "" => "welcome",
        { Length: > 2000 } => "service-plans",
        var text when text.Contains("moving", StringComparison.Ordinal) => "new-home",
        _ => "general",
    };
}

[ForPurpose("newsletter")]
public static class BrochureMailing
{
    public static void Send(Customer customer)
    {
        var brochure = NoteReader.Brochure(customer);
        Use.Newsletter(brochure);
    }
}

public static class Case
{
    public static void Run() => BrochureMailing.Send(Customers.Ada());
}
