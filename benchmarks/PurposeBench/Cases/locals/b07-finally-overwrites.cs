// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: Whatever happened in the try block, the finally block puts the public mailbox into the variable before the newsletter's scope opens.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.FinallyOverwrites;

public static class EndOfDay
{
    public static void Run(Customer customer)
    {
        var address = "none";
        try
        {
            using var scope = PurposeScope.Enter("support");
            address = customer.Email;
            Use.Support(address);
            if (customer.Contacts.Count == 0)
                throw new TimeoutException("no contacts to write to");
        }
        catch (TimeoutException)
        {
            address += "; no contacts";
        }
        finally
        {
            address = "public@fabrikam.example";
        }

        using (PurposeScope.Enter("newsletter"))
        {
            Use.Newsletter(address);
        }
    }
}

public static class Case
{
    public static void Run() => EndOfDay.Run(Customers.Ada());
}
