// verdict: clean
// origin: blind
// channel: research
// source: PhoneCall.Note
// proof: differs
// why: Research has a visitor of its own, which takes nothing of a phone call but how long it was.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.VisitingOtherBranch;

public abstract class Contact
{
    public int Minutes { get; init; }

    public virtual string Describe() => $"{Minutes} minutes";

    public T Accept<T>(IVisitor<T> visitor) => this switch
    {
        PhoneCall call => visitor.Visit(call),
        _ => visitor.Other(this),
    };
}

public interface IVisitor<out T>
{
    T Visit(PhoneCall call);

    T Other(Contact contact);
}

public sealed class PhoneCall : Contact
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("content.note"), CollectedFor("support")]
    public string Note { get; init; } = "";
}

[ForPurpose("support")]
public sealed class Notes : IVisitor<string>
{
    public string Visit(PhoneCall call) => call.Note;

    public string Other(Contact contact) => contact.Describe();
}

[ForPurpose("research")]
public sealed class Effort : IVisitor<int>
{
    public int Visit(PhoneCall call) => call.Minutes;

    public int Other(Contact contact) => contact.Minutes;
}

public static class Case
{
    public static void Run()
    {
        var call = new PhoneCall { CustomerId = 7, Minutes = 12, Note = Mark.Text("PhoneCall.Note") };
        Answer(call);
        Study(call);
    }

    [ForPurpose("support")]
    private static void Answer(Contact contact) => Use.Support(contact.Accept(new Notes()));

    [ForPurpose("research")]
    private static void Study(Contact contact) => Use.Research(contact.Accept(new Effort()));
}
