// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two overloads of one name; the argument's type chooses the one that works for support.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.Overload;

public static class Sender
{
    [ForPurpose("newsletter")]
    public static void Send(string text) => Use.Newsletter(text);

    [ForPurpose("support")]
    public static void Send(object[] parts) => Use.Support(string.Concat(parts));
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        Sender.Send("Have a look at our answers");
        Sender.Send([customer.Email, ": solved"]);
    }
}

public static class Case
{
    public static void Run() => Desk.Answer(Customers.Ada());
}
