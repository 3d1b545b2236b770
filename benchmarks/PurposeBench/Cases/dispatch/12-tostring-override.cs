// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An interpolation calls the override of ToString that support wrote.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.TostringOverride;

[ForPurpose("support")]
public sealed class Caller(Customer customer)
{
    public override string ToString() => $"{customer.Name} ({customer.Email})";
}

[ForPurpose("newsletter")]
public static class Masthead
{
    public static void Write(object greeted, int number)
    {
        var line = $"Issue {number}, dear {greeted,-10}"; //! ECRM2002
        Use.Newsletter(line);
    }
}

public static class Case
{
    public static void Run() => Masthead.Write(new Caller(Customers.Ada()), 12);
}
