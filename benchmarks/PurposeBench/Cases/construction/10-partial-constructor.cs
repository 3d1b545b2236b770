// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The constructor is declared in one half of the class and does its work in the other.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.PartialConstructor;

public sealed partial class Subscription
{
    public partial Subscription(string address, int months);

    public int Months { get; }
}

public sealed partial class Subscription
{
    private readonly string _address;

    public partial Subscription(string address, int months)
    {
        _address = address;
        Months = months;
    }

    public string Target() => _address;
}

[ForPurpose("billing")]
public static class Contracts
{
    public static Subscription Sign(Customer customer) => new(customer.Email, months: 24);
}

[ForPurpose("newsletter")]
public static class Welcome
{
    public static void Send(Customer customer) => Use.Newsletter(Contracts.Sign(customer).Target()); //! ECRM2002
}

public static class Case
{
    public static void Run() => Welcome.Send(Customers.Ada());
}
