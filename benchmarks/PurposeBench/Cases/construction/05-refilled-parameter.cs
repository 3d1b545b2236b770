// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The captured parameter begins as an extension of ours and becomes the number of the caller.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.RefilledParameter;

public sealed class Call(string number, string topic)
{
    public string Line => $"{topic}: {number}";

    public void Transfer(Customer customer) => number = Switchboard.NumberOf(customer);
}

[ForPurpose("support")]
public static class Switchboard
{
    public static string NumberOf(Customer customer) => customer.Phone ?? "none";

    public static void Connect(Call call, Customer customer) => call.Transfer(customer);
}

[ForPurpose("marketing")]
public static class Upsell
{
    public static void Join(Call call) => Use.Marketing(call.Line); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var call = new Call("extension 12", "router");
        Switchboard.Connect(call, Customers.Ada());
        Upsell.Join(call);
    }
}
