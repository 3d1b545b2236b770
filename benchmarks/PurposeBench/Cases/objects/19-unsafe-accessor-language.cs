// verdict: clean
// origin: open
// channel: newsletter
// source: Contact._mail
// proof: reaches
// why: Of what was taken out of private fields the newsletter reads the language.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.UnsafeAccessorLanguage;

[DataSubject("contact")]
public sealed class Contact(int id, string mail, string language)
{
    [DataCategory("contact.email"), CollectedFor("support")]
    private readonly string _mail = mail;

    private readonly string _language = language;

    [DataSubjectId]
    public int Id { get; } = id;
}

public static class Inside
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_mail")]
    public static extern ref string Mail(Contact contact);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_language")]
    public static extern ref string Language(Contact contact);
}

public sealed record Row(int Id, string Mail, string Language);

[ForPurpose("support")]
public static class Export
{
    public static Row Of(Contact contact) => new(contact.Id, Inside.Mail(contact), Inside.Language(contact));
}

[ForPurpose("newsletter")]
public static class Edition
{
    public static void Send(Row row) => Use.Newsletter(row.Language);
}

public static class Case
{
    public static void Run() => Edition.Send(Export.Of(new Contact(7, Mark.Text("Contact._mail"), "en")));
}
