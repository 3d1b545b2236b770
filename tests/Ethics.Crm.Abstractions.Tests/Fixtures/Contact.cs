using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Fixtures;

/// <summary>A guarded model as the generator writes it, by hand: these tests are about the gate.</summary>
[DataSubject("contact")]
public class Contact
{
    private SubjectSlot<int> _subject;
    private string _email = "";
    private string? _note;
    private int _age;

    [DataSubjectId]
    public int Id { get; set; }

    public string Email
    {
        get => ReadGate.Permits(Guards.Email.Mask, ref _subject, Id) ? _email : ReadGate.Decide(Guards.Email, Guards.Subject, ref _subject, Id, _email);
        set
        {
            if (Guards.Email.MayRedact && ReadGate.IgnoresWrite(Guards.Email, Guards.Subject, ref _subject, Id, value))
                return;
            _email = value;
        }
    }

    public string? Note
    {
        get => ReadGate.Permits(Guards.Note.Mask, ref _subject, Id) ? _note : ReadGate.Decide(Guards.Note, Guards.Subject, ref _subject, Id, _note);
        set => _note = value;
    }

    public int Age
    {
        get => ReadGate.Permits(Guards.Age.Mask, ref _subject, Id) ? _age : ReadGate.Decide(Guards.Age, Guards.Subject, ref _subject, Id, _age);
        set => _age = value;
    }

    /// <summary>The field, as persistence sees it.</summary>
    public string StoredEmail => _email;

    public Contact Copy() => (Contact)MemberwiseClone();

    public static Contact Sample(int id = 7) => new() { Id = id, Email = "x@example.org", Note = "calls late", Age = 44 };

    internal static class Guards
    {
        public static readonly GuardedMember Email = new("Contact.Email", false, ["support", "billing", "marketing"], ["support", "billing"], Known, new MemberLabel("Shop.Contact.Email", "contact.email", null, []));
        public static readonly GuardedMember Note = new("Contact.Note", true, ["support"], ["support"], Known, new MemberLabel("Shop.Contact.Note", null, ["support"], []));
        public static readonly GuardedMember Age = new("Contact.Age", false, ["support"], ["support"], Known, new MemberLabel("Shop.Contact.Age", null, ["support"], []));
        public static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));

        private static string[] Known => ["support", "billing", "marketing", "credit"];
    }
}

/// <summary>A record with a slot, whose equality must not see it.</summary>
public sealed record Card(int Id, string Text)
{
    private static readonly GuardedMember Guard = new("Card.Text", false, ["support"], ["support"], ["support"], new MemberLabel("Shop.Card.Text", null, ["support"], []));
    private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));

    private SubjectSlot<int> _subject;

    public string Guarded => ReadGate.Permits(Guard.Mask, ref _subject, Id) ? Text : ReadGate.Decide(Guard, Subject, ref _subject, Id, Text);
}
