// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Income
// proof: reaches
// why: The caller's buffer holds the digits that billing wrote into it.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.B10WrittenIntoSpan;

[ForPurpose("billing")]
public static class IncomeLine
{
    public static bool TryWrite(Customer customer, Span<char> target, out int written) =>
        customer.Income.TryFormat(target, out written, default, CultureInfo.InvariantCulture);
}

[ForPurpose("marketing")]
public static class PremiumFlyer
{
    public static void Make(Customer customer)
    {
        Span<char> line = stackalloc char[16];
        Use.Marketing(IncomeLine.TryWrite(customer, line, out var written) ? line[..written].ToString() : "on request"); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => PremiumFlyer.Make(Customers.Ada());
}
