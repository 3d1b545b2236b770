// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Marketing puts a function into a static property of undeclared code; support invokes it through a wrapper.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.StaticHook;

public static class Hooks
{
    public static Func<string, bool>? AfterCall { get; set; }
}

[ForPurpose("support")]
public static class CallCentre
{
    public static bool HangUp(Customer customer)
    {
        if (customer.Phone is not { } number)
            return false;
        return Hooks.AfterCall?.Invoke(number) ?? true; //! ECRM2002
    }
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Install() => Hooks.AfterCall = static number =>
    {
        Use.Marketing(number);
        return true;
    };
}

public static class Case
{
    public static void Run()
    {
        Telesales.Install();
        CallCentre.HangUp(Customers.Ada());
    }
}
