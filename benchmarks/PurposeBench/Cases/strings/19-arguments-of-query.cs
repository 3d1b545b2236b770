// verdict: violation
// origin: open
// channel: research
// source: Customer.Email
// proof: reaches
// why: A query keeps its values apart from its text; the statistics take the first of them.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.ArgumentsOfQuery;

[ForPurpose("support")]
public static class Lookup
{
    public static FormattableString TicketsOf(Customer customer) => $"select * from tickets where mail = {customer.Email} and open = {true}";
}

[ForPurpose("research")]
public static class QueryStatistics
{
    public static void Add(FormattableString query) => Use.Research(query.GetArgument(0)); //! ECRM2002
}

public static class Case
{
    public static void Run() => QueryStatistics.Add(Lookup.TicketsOf(Customers.Ada()));
}
