// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The arm of a switch expression takes the number out of a record by its position.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.PositionalRecord;

public abstract record Reply;

public sealed record CallBack(int Number, string? Phone) : Reply;

public sealed record Letter(int Number) : Reply;

[ForPurpose("support")]
public static class Desk
{
    public static Reply Plan(Customer customer) => customer.Phone is null ? new Letter(customer.Id) : new CallBack(customer.Id, customer.Phone);
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Next(Reply reply)
    {
        var text = reply switch
        {
            CallBack(> 0, { } phone) => "Call " + phone, //! ECRM2002
            Letter(var number) => "Write to " + number,
            _ => "nothing",
        };
        Use.Marketing(text);
    }
}

public static class Case
{
    public static void Run() => Telesales.Next(Desk.Plan(Customers.Ada()));
}
