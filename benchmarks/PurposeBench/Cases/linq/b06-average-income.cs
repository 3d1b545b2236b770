// verdict: violation
// origin: blind
// channel: research
// source: Customer.Income
// proof: differs
// why: An average is arithmetic on incomes; nobody has declared that it is an anonymous one.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.AverageIncome;

[ForPurpose("billing")]
public static class Receivables
{
    public static Dictionary<string, double> AverageBySegment(IEnumerable<Customer> customers) =>
        (from customer in customers
         group customer.Income by customer.Segment into segment
         select KeyValuePair.Create(segment.Key, segment.Average()))
        .ToDictionary();
}

[ForPurpose("research")]
public static class WealthStudy
{
    public static void Publish(IEnumerable<Customer> customers)
    {
        var averages = Receivables.AverageBySegment(customers);
        Use.Research(averages["standard"]); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => WealthStudy.Publish([Customers.Ada(), Customers.Other()]);
}
