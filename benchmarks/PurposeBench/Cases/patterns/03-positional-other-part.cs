// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The same record taken apart by position; the number is the part that is discarded.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.PositionalOtherPart;

public abstract record Reply;

public sealed record CallBack(int Number, string? Phone) : Reply;

public sealed record Letter(int Number) : Reply;

[ForPurpose("support")]
public static class Desk
{
    public static Reply Plan(Customer customer) => new CallBack(customer.Id, customer.Phone);
}

[ForPurpose("marketing")]
public static class Mailing
{
    public static void Next(Reply reply)
    {
        var text = reply switch
        {
            CallBack(var number, _) => "Write to " + number,
            Letter(var number) => "Write again to " + number,
            _ => "nothing",
        };
        Use.Marketing(text);
    }
}

public static class Case
{
    public static void Run() => Mailing.Next(Desk.Plan(Customers.Ada()));
}
