// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: Code for two purposes needs both of them permitted.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B03TwoPurposes;

[ForPurpose("billing", "newsletter")]
public static class YearEndLetter
{
    public static void Print(string name, string address)
    {
        Use.Billing(name + "\n" + address);
        Use.Newsletter(name + "\n" + address);
    }
}

public static class LetterShop
{
    public static void Run(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
            YearEndLetter.Print(customer.Name, customer.Street); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => LetterShop.Run([Customers.Ada()]);
}
