// verdict: violation
// origin: blind
// channel: research
// source: Customer.Born
// proof: differs
// why: The lambda of RunAsync works for its purpose; what it captures goes with it.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B09RunAsyncScope;

[ForPurpose("support")]
public static class Birthdays
{
    public static int DayOfYear(Customer customer) => customer.Born.DayOfYear;
}

public static class NightlyStudies
{
    public static Task RunAsync(Customer customer) => PurposeScope.RunAsync("research", async _ =>
    {
        await Task.Yield();
        var day = Birthdays.DayOfYear(customer); //! ECRM2002
        Use.Research("born on day " + day.ToString(CultureInfo.InvariantCulture));
    });
}

public static class Case
{
    public static Task Run() => NightlyStudies.RunAsync(Customers.Ada());
}
