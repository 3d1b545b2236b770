// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: A query over an IQueryable initialises row objects; research composes further on it and reads the rows.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ProjectedRows;

public sealed class CallRow
{
    public int Number { get; set; }

    public string Text { get; set; } = "";
}

[ForPurpose("support")]
public sealed class CallStore(IQueryable<Customer> customers)
{
    public IQueryable<CallRow> Rows =>
        from customer in customers
        where customer.Segment == "standard"
        select new CallRow { Number = customer.Id, Text = customer.Note };
}

[ForPurpose("research")]
public static class Interviews
{
    public static void Prepare(CallStore store)
    {
        foreach (var row in store.Rows.Where(static row => row.Number > 0).OrderBy(static row => row.Number).Take(5))
            Use.Research(row.Text); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Interviews.Prepare(new CallStore(new[] { Customers.Ada() }.AsQueryable()));
}
