// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The member is bound at run time; it is the one that support wrote.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.Dynamic;

public static class Plugins
{
    public static object Load(string name) => name == "desk" ? new DeskPlugin() : new object();
}

[ForPurpose("support")]
public sealed class DeskPlugin
{
    public string Describe(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        dynamic plugin = Plugins.Load("desk");
        string to = plugin.Describe(customer); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
