// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Constructing a job of the newsletter hands it the address; its base class sends at once.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.MailingJob;

[ForPurpose("newsletter")]
public abstract class NewsletterJob
{
    protected NewsletterJob(string to) => Use.Newsletter(to);
}

public sealed class WelcomeJob(string to, int issue) : NewsletterJob(to)
{
    public int Issue { get; } = issue;
}

[ForPurpose("support")]
public static class AccountOpened
{
    public static WelcomeJob Handle(Customer customer)
    {
        WelcomeJob job = new(customer.Email, issue: 12); //! ECRM2002
        return job;
    }
}

public static class Case
{
    public static void Run() => AccountOpened.Handle(Customers.Ada());
}
