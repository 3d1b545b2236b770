// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: The number that is parsed from the text is the number the text was made of.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.ParsedAmount;

[ForPurpose("billing")]
public static class InstalmentForm
{
    public static string Fill(Customer customer) => customer.Income.ToString("D12", CultureInfo.InvariantCulture);
}

[ForPurpose("analytics")]
public static class Brackets
{
    public static void Add(Customer customer)
    {
        if (int.TryParse(InstalmentForm.Fill(customer), NumberStyles.None, CultureInfo.InvariantCulture, out var income)) //! ECRM2002
            Use.Analytics(income);
    }
}

public static class Case
{
    public static void Run() => Brackets.Add(Customers.Ada());
}
