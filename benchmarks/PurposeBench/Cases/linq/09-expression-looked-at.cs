// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The newsletter looks at the tree for the name of its member; nobody evaluates it.
using System.Linq.Expressions;
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ExpressionLookedAt;

[ForPurpose("support")]
public static class TicketColumns
{
    public static Expression<Func<Customer, string>> Address { get; } = customer => customer.Email;

    public static void Show(Customer customer) => Use.Support(Address.Compile()(customer));
}

[ForPurpose("newsletter")]
public static class Imprint
{
    public static void Write()
    {
        var member = TicketColumns.Address.Body is MemberExpression body ? body.Member.Name : "nothing";
        Use.Newsletter($"Support works with your {member}");
    }
}

public static class Case
{
    public static void Run()
    {
        TicketColumns.Show(Customers.Ada());
        Imprint.Write();
    }
}
