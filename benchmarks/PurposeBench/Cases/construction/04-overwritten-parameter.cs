// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The captured parameter is a variable of the object, and closing the call overwrites it.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.OverwrittenParameter;

public sealed class Call(string number, string topic)
{
    public string Line => $"{topic}: {number}";

    public Call Close()
    {
        number = "closed";
        return this;
    }
}

[ForPurpose("support")]
public static class Switchboard
{
    public static Call Take(Customer customer)
    {
        var call = new Call(customer.Phone ?? "", "router");
        Use.Support(call.Line);
        return call.Close();
    }
}

[ForPurpose("marketing")]
public static class Interests
{
    public static void Learn(Customer customer) => Use.Marketing(Switchboard.Take(customer).Line);
}

public static class Case
{
    public static void Run() => Interests.Learn(Customers.Ada());
}
