// verdict: clean
// origin: blind
// channel: stored:Subscriber.Email
// source: Customer.Email
// proof: reaches
// why: The subscriber gets the address that was given for the newsletter; the other one goes into the case file, which may do no more than the customer's.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.SignupOwnAddress;

[DataSubject("subscriber")]
public sealed class Subscriber
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("newsletter")]
    public string Email { get; set; } = "";
}

public sealed class CaseFile
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; set; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string Email { get; set; } = "";
}

public static class Signup
{
    public static (Subscriber Subscriber, CaseFile File) From(Customer customer)
    {
        var subscriber = new Subscriber { Id = customer.Id };
        var file = new CaseFile { CustomerId = customer.Id };
        subscriber.Email = customer.NewsletterEmail;
        file.Email = customer.Email;
        return (subscriber, file);
    }
}

public static class Case
{
    public static void Run()
    {
        var (subscriber, file) = Signup.From(Customers.Ada());
        Use.Stored("Subscriber.Email", subscriber.Email);
        Use.Stored("CaseFile.Email", file.Email);
    }
}
