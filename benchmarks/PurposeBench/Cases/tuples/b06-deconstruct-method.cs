// verdict: violation
// origin: blind
// channel: newsletter
// source: Contact.Email
// proof: reaches
// why: The deconstruction calls an undeclared method that reads the address for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.DeconstructMethod;

[DataSubject("contact")]
public sealed class Contact
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string Email { get; init; } = "";

    public string Language { get; init; } = "en";

    public void Deconstruct(out int id, out string language, out string email)
    {
        id = Id;
        language = Language;
        email = Email; //! ECRM2003
    }
}

[ForPurpose("newsletter")]
public static class Edition
{
    public static void Send(Contact contact)
    {
        (int id, string language, string to) = contact;
        Use.Newsletter($"{id}/{language}: {to}");
    }
}

public static class Case
{
    public static void Run() => Edition.Send(new Contact { Id = 7, Email = Mark.Text("Contact.Email") });
}
