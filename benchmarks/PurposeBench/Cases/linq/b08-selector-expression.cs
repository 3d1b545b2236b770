// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The expression that the repository runs was written by marketing, so the read in it is marketing's.
using System.Linq.Expressions;
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.SelectorExpression;

public sealed class CustomerRepository(IEnumerable<Customer> customers)
{
    public List<TRow> Project<TRow>(Expression<Func<Customer, bool>> where, Expression<Func<Customer, TRow>> select) =>
        [.. customers.AsQueryable().Where(where).Select(select)];
}

[ForPurpose("marketing")]
public static class CallCampaign
{
    public static void Prepare(CustomerRepository repository)
    {
        var rows = repository.Project(
            where: customer => customer.Segment == "standard",
            select: customer => new { customer.Id, Call = customer.Phone }); //! ECRM2001
        foreach (var row in rows)
            Use.Marketing(row.Call);
    }
}

public static class Case
{
    public static void Run() => CallCampaign.Prepare(new CustomerRepository([Customers.Ada()]));
}
