// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter runs on a thread of its own, whose value nobody has set.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.ThreadLocalOtherThread;

public static class Current
{
    public static readonly ThreadLocal<string> Recipient = new(static () => "everybody");
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        Current.Recipient.Value = customer.Email;
        Use.Support(Current.Recipient.Value);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send() => Use.Newsletter(Current.Recipient.Value);
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada());
        var thread = new Thread(Issue.Send);
        thread.Start();
        thread.Join();
    }
}
