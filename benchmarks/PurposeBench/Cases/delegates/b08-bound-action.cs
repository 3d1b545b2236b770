// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A function that returns a function binds the address; the inner one calls the newsletter with it.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.BoundAction;

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(string to, int number) => Use.Newsletter($"{number} to {to}");
}

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Close(Customer customer)
    {
        Func<string, Action<int>> bind = static to => number => Issue.Send(to, number); //! ECRM2002
        var send = bind(customer.Email);
        Use.Support("closed");
        send(12);
    }
}

public static class Case
{
    public static void Run() => AnswerDesk.Close(Customers.Ada());
}
