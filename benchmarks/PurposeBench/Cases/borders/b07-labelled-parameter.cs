// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A labelled parameter is a border: the argument is checked against it.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B07LabelledParameter;

public sealed class MailQueue
{
    private readonly List<string> _waiting = [];

    public void Enqueue([DataCategory("contact.newsletter"), CollectedFor("newsletter")] string address) => _waiting.Add(address);

    [ForPurpose("newsletter")]
    public void Flush()
    {
        foreach (var address in _waiting)
            Use.Newsletter(address);
        _waiting.Clear();
    }
}

[ForPurpose("billing")]
public static class InvoiceRun
{
    public static void Finish(MailQueue queue, Customer customer)
    {
        var address = customer.Email;
        queue.Enqueue(address); //! ECRM2007
    }
}

public static class Case
{
    public static void Run()
    {
        var queue = new MailQueue();
        InvoiceRun.Finish(queue, Customers.Ada());
        queue.Flush();
    }
}
