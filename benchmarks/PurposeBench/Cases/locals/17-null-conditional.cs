// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: A part that was taken with ?. and ?[] is part of the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.NullConditional;

[ForPurpose("support")]
public static class Dialler
{
    public static string? Extension(Customer customer)
    {
        var parts = customer.Phone?.Split('@');
        var extension = parts?[0]?.Replace("-", "");
        return extension;
    }
}

[ForPurpose("analytics")]
public static class Exchange
{
    public static void Measure(Customer customer) => Use.Analytics(Dialler.Extension(customer) ?? "none"); //! ECRM2002
}

public static class Case
{
    public static void Run() => Exchange.Measure(Customers.Ada());
}
