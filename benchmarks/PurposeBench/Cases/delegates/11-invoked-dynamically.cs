// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The delegate is known as Delegate only and is invoked with an array of arguments.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.InvokedDynamically;

public static class Exports
{
    public static Dictionary<string, Delegate> Columns { get; } = [];
}

[ForPurpose("support")]
public static class Desk
{
    public static void Register() => Exports.Columns["address"] = (Customer customer, bool upper) => upper ? customer.Email.ToUpperInvariant() : customer.Email;
}

[ForPurpose("newsletter")]
public static class SubscriberSheet
{
    public static void Write(Customer customer)
    {
        var cell = Exports.Columns["address"].DynamicInvoke(customer, true); //! ECRM2002
        Use.Newsletter(cell);
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Register();
        SubscriberSheet.Write(Customers.Ada());
    }
}
