// verdict: violation
// origin: open
// channel: newsletter
// source: Contact.Email
// proof: reaches
// why: A property without a label reads the labelled one on behalf of whoever asks.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.WrappingProperty;

[DataSubject("contact")]
public sealed class Contact
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string Email { get; init; } = "";

    public string DisplayName => $"Contact {Id} <{Email}>"; //! ECRM2003
}

[ForPurpose("newsletter")]
public static class Masthead
{
    public static void Greet(Contact contact) => Use.Newsletter("Hello " + contact.DisplayName);
}

public static class Case
{
    public static void Run() => Masthead.Greet(new Contact { Id = 7, Email = Mark.Text("Contact.Email") });
}
