// verdict: violation
// origin: open
// channel: stored:Prospect.Mail
// source: Customer.Email
// proof: reaches
// why: The labelled field is handed over as an out argument and filled by a helper.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.OutIntoLabelledField;

[DataSubject("prospect")]
public sealed class Prospect
{
    [DataSubjectId]
    public int Id;

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public string Mail = "";
}

public static class Contacts
{
    public static bool TryMail(Customer customer, out string mail)
    {
        mail = customer.Email;
        return mail.Length > 0;
    }
}

public static class Converter
{
    public static Prospect Convert(Customer customer)
    {
        var prospect = new Prospect { Id = customer.Id };
        return Contacts.TryMail(customer, out prospect.Mail) ? prospect : new Prospect(); //! ECRM2007
    }
}

public static class Case
{
    public static void Run() => Use.Stored("Prospect.Mail", Converter.Convert(Customers.Ada()).Mail);
}
