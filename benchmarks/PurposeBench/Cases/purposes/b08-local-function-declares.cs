// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The local function works for billing, its neighbour for the newsletter, and each reads its own address.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B08LocalFunctionDeclares;

public static class Dispatch
{
    public static void All(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
        {
            Invoice(customer);
            News(customer);
        }

        [ForPurpose("billing")]
        static void Invoice(Customer customer) => Use.Billing(customer.Email);

        [ForPurpose("newsletter")]
        static void News(Customer customer) => Use.Newsletter(customer.NewsletterEmail);
    }
}

public static class Case
{
    public static void Run() => Dispatch.All([Customers.Ada()]);
}
