// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter's handler is taken off the event again before it is raised.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.Unsubscribed;

public sealed class Answers
{
    private Action<string>? _sent;

    public void Listen(Action<string> handler) => _sent += handler;

    public void Forget(Action<string> handler) => _sent -= handler;

    public void Raise(string address) => _sent?.Invoke(address);
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string address) => Use.Newsletter(address);
}

[ForPurpose("support")]
public static class Protocol
{
    public static void Write(string address) => Use.Support(address);
}

public static class Case
{
    public static void Run()
    {
        var answers = new Answers();
        answers.Listen(Protocol.Write);
        answers.Listen(Recruiting.Welcome);
        answers.Raise("test@fabrikam.example");
        answers.Forget(Recruiting.Welcome);
        answers.Raise(Customers.Ada().Email);
    }
}
