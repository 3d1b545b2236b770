using Ethics.Crm.Runtime;

namespace Ethics.Crm.Tests.Fixtures;

/// <summary>A guarded model as the generator writes it, by hand: these tests are about the gate, not about the generator.</summary>
[DataSubject("contact")]
public sealed class Contact
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

    /// <summary>As <see cref="Email"/>, without the exception: a refusal costs a stress test ten microseconds else.</summary>
    public bool TryReadEmail(out string shown)
    {
        shown = _email;
        return ReadGate.Permits(Guards.Email.Mask, ref _subject, Id) || ReadGate.TryDecide(Guards.Email, Guards.Subject, ref _subject, Id, _email, out shown, out _, out _);
    }

    public Contact Copy() => (Contact)MemberwiseClone();

    /// <summary>What a test that knows better sees: the stored value.</summary>
    public string StoredEmail => _email;

    private static class Guards
    {
        private static readonly string[] Known = ["support", "marketing"];

        public static readonly GuardedMember Email = new("Contact.Email", false, ["support", "marketing"], ["support"], Known, new MemberLabel("Shop.Contact.Email", "contact.email", null, []));
        public static readonly GuardedMember Note = new("Contact.Note", true, ["support"], ["support"], Known, new MemberLabel("Shop.Contact.Note", "content.note", ["support", "marketing"], []));
        public static readonly GuardedMember Age = new("Contact.Age", false, ["support"], ["support"], Known, new MemberLabel("Shop.Contact.Age", "contact.age", ["support"], []));
        public static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));
    }
}

/// <summary>Data about two people: both must allow.</summary>
public sealed class Message
{
    private SubjectSlot<(int, int)> _subject;

    public int From { get; set; }

    public int To { get; set; }

    public string Text
    {
        get => ReadGate.Permits(Guards.Text.Mask, ref _subject, (From, To)) ? field : ReadGate.Decide(Guards.Text, Guards.Subject, ref _subject, (From, To), field);
        set;
    } = "";

    private static class Guards
    {
        public static readonly GuardedMember Text = new("Message.Text", false, ["support", "marketing"], ["support"], ["support", "marketing"], new MemberLabel("Shop.Message.Text", "contact.email", null, []));
        public static readonly SubjectBinder<(int, int)> Subject = new(static key => [.. SubjectKeys.One("contact", key.Item1), .. SubjectKeys.One("contact", key.Item2)]);
    }
}
