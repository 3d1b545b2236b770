// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The archive repeats the labels of its source; the newsletter reads what was collected for it.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B06ArchiveEqual;

[DataSubject("customer")]
public sealed class ArchivedCustomer
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string? Phone { get; set; }

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string NewsletterEmail { get; set; } = "";
}

public static class Archive
{
    private static readonly Queue<ArchivedCustomer> Rows = new();

    public static void Put(Customer customer)
    {
        var row = new ArchivedCustomer { Id = customer.Id };
        row.Phone = customer.Phone;
        row.NewsletterEmail = customer.NewsletterEmail;
        Rows.Enqueue(row);
    }

    public static ArchivedCustomer Take() => Rows.Dequeue();
}

[ForPurpose("newsletter")]
public static class WeeklyMail
{
    public static void Send(ArchivedCustomer row) => Use.Newsletter(row.NewsletterEmail);
}

public static class Case
{
    public static void Run()
    {
        Archive.Put(Customers.Ada());
        WeeklyMail.Send(Archive.Take());
    }
}
