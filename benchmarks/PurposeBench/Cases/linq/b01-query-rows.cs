// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A query with `let` puts the address into rows; it runs when the newsletter enumerates them.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.QueryRows;

public sealed record Row(int Id, string Address);

[ForPurpose("support")]
public static class OpenCases
{
    public static IEnumerable<Row> Rows(IEnumerable<Customer> customers) =>
        from customer in customers
        let address = customer.Email
        where customer.Segment != "closed"
        orderby customer.Id
        select new Row(customer.Id, address);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var row in OpenCases.Rows(customers).Take(10))
            Use.Newsletter(row.Address); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Ada()]);
}
