// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: A scope for one of the method's two purposes narrows what the code inside it works for.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B07NarrowerScope;

[ForPurpose("support", "newsletter")]
public static class ContactDesk
{
    public static void Answer(Customer customer)
    {
        using (PurposeScope.Enter("support"))
        {
            Use.Support("Calling back " + customer.Phone);
        }

        var subject = "Dear " + customer.Name;
        Use.Newsletter(subject);
    }
}

public static class Case
{
    public static void Run() => ContactDesk.Answer(Customers.Ada());
}
