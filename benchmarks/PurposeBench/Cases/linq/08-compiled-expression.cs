// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support publishes an expression tree; the newsletter compiles it and invokes what comes out.
using System.Linq.Expressions;
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.CompiledExpression;

[ForPurpose("support")]
public static class TicketColumns
{
    public static Expression<Func<Customer, string>> Address { get; } = customer => customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var read = TicketColumns.Address.Compile();
        var to = read(customer); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
