// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: The anonymizer of another project lets only a group number through.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B06HashInLibrary;

[ForPurpose("billing")]
public static class PaymentHabits
{
    public static (int Group, string Segment) Of(Customer customer) => (Pseudonyms.Group(customer.Email), customer.Segment);
}

[ForPurpose("analytics")]
public static class CohortReport
{
    public static void Add(Customer customer)
    {
        var (group, segment) = PaymentHabits.Of(customer);
        Use.Analytics($"group {group}, {segment}");
    }
}

public static class Case
{
    public static void Run() => CohortReport.Add(Customers.Ada());
}
