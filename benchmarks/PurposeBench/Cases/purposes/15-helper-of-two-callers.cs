// verdict: violation
// origin: open
// channel: research
// source: Customer.Born
// proof: differs
// why: A helper that declares nothing takes the purposes of all its callers; one of the two may not have the day.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.HelperOfTwoCallers;

public static class Ages
{
    public static int In(int year, Customer customer) => year - YearOf(customer);

    private static int YearOf(Customer customer)
    {
        var day = customer.Born; //! ECRM2003
        return CultureInfo.InvariantCulture.Calendar.GetYear(day.ToDateTime(TimeOnly.MinValue));
    }
}

[ForPurpose("support")]
public static class Greeting
{
    public static void Show(Customer customer) => Use.Support(Ages.In(2026, customer));
}

[ForPurpose("research")]
public static class Cohort
{
    public static void Show(Customer customer) => Use.Research(Ages.In(2000, customer));
}

public static class Case
{
    public static void Run()
    {
        Greeting.Show(Customers.Ada());
        Cohort.Show(Customers.Ada());
    }
}
