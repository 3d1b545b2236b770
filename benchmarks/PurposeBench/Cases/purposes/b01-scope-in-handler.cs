// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Inside the scope the code works for the newsletter, whatever was read before it.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B01ScopeInHandler;

public static class RequestHandler
{
    public static void Handle(Customer customer)
    {
        var number = customer.Phone;
        using (PurposeScope.Enter("newsletter"))
        {
            Use.Newsletter(number); //! ECRM2002
        }
    }
}

public static class Case
{
    public static void Run() => RequestHandler.Handle(Customers.Ada());
}
