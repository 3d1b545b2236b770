// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two calls of one helper: one names the recipient, the other leaves the default.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.DefaultParameter;

public static class Postmaster
{
    public static string Line(string subject, string to = "list@fabrikam.example")
    {
        var line = $"{to}: {subject}";
        return line;
    }
}

[ForPurpose("support")]
public static class Answer
{
    public static void Send(Customer customer) => Use.Support(Postmaster.Line("Your ticket", customer.Email));
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send() => Use.Newsletter(Postmaster.Line("Spring issue"));
}

public static class Case
{
    public static void Run()
    {
        Answer.Send(Customers.Ada());
        Issue.Send();
    }
}
