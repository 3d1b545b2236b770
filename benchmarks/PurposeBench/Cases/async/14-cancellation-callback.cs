// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The address is the state of a callback that runs when the token is cancelled.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.CancellationCallback;

[ForPurpose("support")]
public static class Desk
{
    public static void Wait(Customer customer, CancellationToken cancellationToken)
    {
        Use.Support(customer.Email);
        cancellationToken.Register(
            static state => Recruiting.Welcome((string)state!), //! ECRM2002
            customer.Email);
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run()
    {
        using var closing = new CancellationTokenSource();
        Desk.Wait(Customers.Ada(), closing.Token);
        closing.Cancel();
    }
}
