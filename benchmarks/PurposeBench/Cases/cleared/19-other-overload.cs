// verdict: violation
// origin: open
// channel: research
// source: Customer.Born
// proof: reaches
// why: One overload anonymizes and says so; the call takes the other.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.OtherOverload;

public static class Cohorts
{
    [Anonymizes("a century")]
    public static string Of(int year) => "20th century";

    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

[ForPurpose("support")]
public static class Intake
{
    public static Lazy<string> Cohort(Customer customer) => new(() => Cohorts.Of(customer.Born));
}

[ForPurpose("research")]
public static class Study
{
    public static void Add(Customer customer)
    {
        var cohort = Intake.Cohort(customer);
        Use.Research("cohort " + cohort.Value); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Study.Add(Customers.Ada());
}
