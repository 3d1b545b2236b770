// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: A new string is filled by a callback that copies the note into it.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.CreatedString;

[ForPurpose("support")]
public static class Quotes
{
    public static string Quote(Customer customer) =>
        string.Create(customer.Note.Length + 2, customer.Note, static (text, note) =>
        {
            text[0] = '"';
            note.AsSpan().CopyTo(text[1..]);
            text[^1] = '"';
        });
}

[ForPurpose("marketing")]
public static class Testimonials
{
    public static void Print(Customer customer) => Use.Marketing(Quotes.Quote(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Testimonials.Print(Customers.Ada());
}
