// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The query reads the address for support, but the projection that the newsletter gets leaves that column out.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ColumnLeftOut;

[ForPurpose("support")]
public sealed class TicketQueries(IQueryable<Customer> customers)
{
    private IQueryable<Row> Rows => customers.Select(static customer => new Row { Segment = customer.Segment, To = customer.Email });

    public IQueryable<string> Segments => Rows.Select(static row => row.Segment).Distinct();

    public void Answer()
    {
        foreach (var row in Rows)
            Use.Support(row.To);
    }

    private sealed class Row
    {
        public required string Segment { get; init; }

        public required string To { get; init; }
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Plan(TicketQueries queries) => Use.Newsletter(string.Join(',', queries.Segments));
}

public static class Case
{
    public static void Run()
    {
        var queries = new TicketQueries(new[] { Customers.Ada(), Customers.Other() }.AsQueryable());
        queries.Answer();
        Issue.Plan(queries);
    }
}
