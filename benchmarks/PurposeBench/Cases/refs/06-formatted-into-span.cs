// verdict: violation
// origin: open
// channel: research
// source: Customer.Income
// proof: reaches
// why: The digits are written into a buffer on the stack and read from it.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.FormattedIntoSpan;

[ForPurpose("billing")]
public static class Statement
{
    public static string Amount(Customer customer)
    {
        Span<char> digits = stackalloc char[16];
        customer.Income.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
        return digits[..written].ToString();
    }
}

[ForPurpose("research")]
public static class IncomeStudy
{
    public static void Add(Customer customer)
    {
        var amount = Statement.Amount(customer); //! ECRM2002
        Use.Research(amount);
    }
}

public static class Case
{
    public static void Run() => IncomeStudy.Add(Customers.Ada());
}
