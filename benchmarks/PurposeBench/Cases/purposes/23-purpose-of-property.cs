// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: A property declares the purpose; what its getter takes from the row was put there by support.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.PurposeOfProperty;

public sealed class CallRow
{
    private readonly Dictionary<DayOfWeek, string> _numbers = [];

    [ForPurpose("support")]
    public void Plan(DayOfWeek day, Customer customer) => _numbers[day] = customer.Phone ?? "";

    [ForPurpose("newsletter")]
    public string Text
    {
        get
        {
            var number = _numbers[DayOfWeek.Friday]; //! ECRM2002
            Use.Newsletter(number);
            return $"text:{number.Length}";
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var row = new CallRow();
        row.Plan(DayOfWeek.Friday, Customers.Ada());
        _ = row.Text;
    }
}
