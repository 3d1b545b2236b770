// verdict: clean
// origin: open
// channel: research
// source: Customer.Email
// proof: reaches
// why: The statistics keep the text of the query, in which the values are numbers.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.TextOfQuery;

[ForPurpose("support")]
public static class Lookup
{
    public static FormattableString TicketsOf(Customer customer) => $"select * from tickets where mail = {customer.Email} and open = {true}";
}

[ForPurpose("research")]
public static class QueryStatistics
{
    public static void Add(FormattableString query) => Use.Research(query.Format);
}

public static class Case
{
    public static void Run() => QueryStatistics.Add(Lookup.TicketsOf(Customers.Ada()));
}
