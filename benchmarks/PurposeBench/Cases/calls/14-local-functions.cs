// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A nested local function sets a captured variable, a static one returns it in an out parameter.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.LocalFunctions;

[ForPurpose("support")]
public static class CallCentre
{
    public static bool TryNumber(Customer customer, out string number)
    {
        var found = "";
        Search();
        Give(found, out number);
        return number.Length > 0;

        void Search()
        {
            foreach (var one in new[] { customer.Phone, "none" })
                Keep(one);

            void Keep(string? candidate) => found = found.Length == 0 ? candidate ?? "" : found;
        }

        static void Give(string from, out string to) => to = from;
    }
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Call(Customer customer)
    {
        if (CallCentre.TryNumber(customer, out var number)) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run() => Telesales.Call(Customers.Ada());
}
