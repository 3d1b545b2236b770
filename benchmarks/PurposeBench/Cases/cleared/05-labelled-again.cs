// verdict: violation
// origin: open
// channel: research
// source: Customer.Street
// proof: reaches
// why: The text was anonymous until a second line was appended.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.LabelledAgain;

public static class Regions
{
    [Anonymizes("a part of the country")]
    public static string Of(string street) => street.Length > 0 ? "north" : "south";
}

[ForPurpose("billing")]
public static class Survey
{
    public static string Describe(Customer customer)
    {
        var text = new StringBuilder(Regions.Of(customer.Street));
        return text.Append(" / ").Append(customer.Street).ToString();
    }
}

[ForPurpose("research")]
public static class Atlas
{
    public static void Draw(Customer customer) => Use.Research(Survey.Describe(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Atlas.Draw(Customers.Ada());
}
