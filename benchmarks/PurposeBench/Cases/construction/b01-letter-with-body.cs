// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: `with` changes the body and keeps the address of the invoice letter.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.LetterWithBody;

public sealed record Letter(string Address, string Body);

[ForPurpose("billing")]
public static class InvoiceLetters
{
    public static Letter For(Customer customer, decimal amount) => new(customer.Street, $"Please pay {amount}");
}

[ForPurpose("newsletter")]
public static class PrintedNews
{
    public static void Print(Letter invoice)
    {
        var news = invoice with { Body = "What is new this spring" };
        Use.Newsletter(news.Body + " to " + news.Address); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => PrintedNews.Print(InvoiceLetters.For(Customers.Ada(), 12.50m));
}
