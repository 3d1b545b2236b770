// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two locals that stand beside each other; each purpose gets its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.CheckoutAddresses;

public static class Checkout
{
    // Declares nothing: it only hands on.
    public static void Finish(Customer customer, bool subscribes)
    {
        var receiptTo = customer.Email;
        var newsTo = subscribes ? customer.NewsletterEmail : null;
        var answerTo = receiptTo;

        Receipts.Send(answerTo);
        if (newsTo is not null)
            Welcome.Send(newsTo);
    }
}

[ForPurpose("billing")]
public static class Receipts
{
    public static void Send(string to) => Use.Billing(to);
}

[ForPurpose("newsletter")]
public static class Welcome
{
    public static void Send(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => Checkout.Finish(Customers.Ada(), subscribes: true);
}
