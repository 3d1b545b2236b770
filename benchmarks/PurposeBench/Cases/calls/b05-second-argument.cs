// verdict: clean
// origin: blind
// channel: marketing.email
// source: Customer.Card
// proof: differs
// why: The helper is given the card and hands back its other argument.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.SecondArgument;

public static class Ledger
{
    public static T Book<T>(string account, T receipt, Action<string> book, int retries = 2)
    {
        if (retries > 0)
            return Book(account, receipt, book, retries - 1);
        book(account);
        return receipt;
    }
}

[ForPurpose("billing")]
public static class Payment
{
    public static string Take(Customer customer, string order) => Ledger.Book(customer.Card, "thanks for " + order, Use.Billing);
}

[ForPurpose("marketing.email")]
public static class ThankYou
{
    public static void Send(Customer customer) => Use.MarketingEmail(Payment.Take(customer, "order 17") + ", and here is 5 % off");
}

public static class Case
{
    public static void Run() => ThankYou.Send(Customers.Ada());
}
