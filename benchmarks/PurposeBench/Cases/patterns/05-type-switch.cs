// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A switch over object finds the mail by its type and binds its address.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.TypeSwitch;

public sealed record Mail(string To, string Body);

public sealed record Memo(string Text);

[ForPurpose("support")]
public static class Desk
{
    public static object[] Sent(Customer customer) => [new Memo("asked a colleague"), new Mail(customer.Email, "Solved.")];
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Scan(object[] sent)
    {
        foreach (var one in sent)
        {
            switch (one)
            {
                case Memo { Text: "" }:
                    continue;
                case Mail { Body.Length: > 3, To: var to } when sent.Length > 1: //! ECRM2002
                    Use.Newsletter(to);
                    break;
            }
        }
    }
}

public static class Case
{
    public static void Run() => Recruiting.Scan(Desk.Sent(Customers.Ada()));
}
