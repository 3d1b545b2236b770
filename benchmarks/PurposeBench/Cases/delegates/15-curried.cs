// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Income
// proof: differs
// why: Three nested functions bind one argument each; what the innermost returns is arithmetic on the income.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.Curried;

[ForPurpose("billing")]
public static class Instalments
{
    public static Func<int, Func<int, int>> Of(Customer customer) => months => interest =>
    {
        var rate = customer.Income / months;
        return rate + (rate * interest / 100);
    };
}

[ForPurpose("marketing")]
public static class Flyer
{
    public static void Print(Customer customer)
    {
        var rate = Instalments.Of(customer)(12)(5); //! ECRM2002
        Use.Marketing($"Only {rate} a month");
    }
}

public static class Case
{
    public static void Run() => Flyer.Print(Customers.Ada());
}
