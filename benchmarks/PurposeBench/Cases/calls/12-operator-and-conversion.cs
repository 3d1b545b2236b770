// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An implicit conversion takes the address in, an operator joins it, another conversion gives it out.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.OperatorAndConversion;

public readonly struct Line
{
    private readonly string _text;

    private Line(string text) => _text = text;

    public static implicit operator Line(string text) => new(text);

    public static explicit operator string(Line line) => line._text;

    public static Line operator +(Line left, Line right) => new(left._text + " | " + right._text);
}

[ForPurpose("support")]
public static class Desk
{
    public static void Close(Customer customer)
    {
        Line address = customer.Email;
        var signed = "via support" + address;
        Recruiting.Add((string)signed); //! ECRM2002
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Add(string line) => Use.Newsletter(line);
}

public static class Case
{
    public static void Run() => Desk.Close(Customers.Ada());
}
