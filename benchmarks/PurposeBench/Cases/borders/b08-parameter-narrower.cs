// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The labelled parameter permits less than the argument, and what comes out of the queue goes to billing.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B08ParameterNarrower;

public sealed class InvoiceQueue
{
    private readonly Queue<(string Address, string Product)> _waiting = new();

    public void Enqueue([DataCategory("contact.email"), CollectedFor("billing")] string address, string product) => _waiting.Enqueue((address, product));

    public (string Address, string Product) Next() => _waiting.Dequeue();
}

[ForPurpose("billing")]
public static class Mailer
{
    public static void Send((string Address, string Product) next) => Use.Billing(next.Address);
}

[ForPurpose("newsletter")]
public static class ProductNews
{
    public static void Send(string product) => Use.Newsletter(product);
}

public static class Case
{
    public static void Run()
    {
        var queue = new InvoiceQueue();
        queue.Enqueue(Customers.Ada().Email, "tariff M");
        var next = queue.Next();
        Mailer.Send(next);
        ProductNews.Send(next.Product);
    }
}
