// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A weak table attaches a draft to the customer object; who has the object finds the draft.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.AttachedState;

public sealed class Draft
{
    public string To { get; set; } = "";
}

public static class Drafts
{
    private static readonly ConditionalWeakTable<Customer, Draft> Attached = [];

    public static Draft Of(Customer customer) => Attached.GetOrCreateValue(customer);
}

[ForPurpose("support")]
public static class Desk
{
    public static void Begin(Customer customer) => Drafts.Of(customer).To = customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var draft = Drafts.Of(customer);
        Use.Newsletter(draft.To); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        Desk.Begin(ada);
        Issue.Send(ada);
    }
}
