// verdict: violation
// origin: blind
// channel: research
// source: Customer.Born
// proof: differs
// why: The cohort is a simple value that was looked up by the year of birth: it tells the year.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.CohortTable;

[ForPurpose("support")]
public static class Cohorts
{
    private static readonly SortedDictionary<int, string> Names = Build();

    public static string Of(Customer customer) => Names.TryGetValue(customer.Born.Year, out var cohort) ? cohort : "unknown";

    private static SortedDictionary<int, string> Build()
    {
        var names = new SortedDictionary<int, string>();
        for (var year = 1900; year < 2020; year++)
            names.Add(year, "cohort " + (char)('A' + (year - 1900) / 5));
        return names;
    }
}

[ForPurpose("research")]
public static class Panel
{
    public static void Enrol(Customer customer)
    {
        var cohort = Cohorts.Of(customer); //! ECRM2002
        Use.Research($"one person of {cohort}");
    }
}

public static class Case
{
    public static void Run() => Panel.Enrol(Customers.Ada());
}
