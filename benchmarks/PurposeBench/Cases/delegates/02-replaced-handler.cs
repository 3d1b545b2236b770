// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The handler is assigned, not added: the newsletter's is gone before support invokes what is left.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.ReplacedHandler;

public sealed class Hooks
{
    public Action<string> Closed { get; set; } = static _ => { };
}

[ForPurpose("support")]
public sealed class AnswerDesk(Hooks hooks)
{
    public void Close(Customer customer) => hooks.Closed(customer.Email);
}

[ForPurpose("support")]
public static class Protocol
{
    public static void Write(string address) => Use.Support(address);
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string address) => Use.Newsletter(address);
}

public static class Case
{
    public static void Run()
    {
        var hooks = new Hooks { Closed = Recruiting.Welcome };
        hooks.Closed("test@fabrikam.example");
        hooks.Closed = Protocol.Write;
        new AnswerDesk(hooks).Close(Customers.Ada());
    }
}
