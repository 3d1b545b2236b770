// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The deconstruction assigns to a property, a field and an element.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.IntoProperties;

public sealed class Draft
{
    public int Number;

    public string To { get; set; } = "";

    public string[] Tags { get; } = ["", ""];
}

[ForPurpose("support")]
public static class Desk
{
    public static Draft Answer(Customer customer)
    {
        var draft = new Draft();
        (draft.Number, draft.To, draft.Tags[1]) = (12, customer.Email, "router");
        return draft;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(Desk.Answer(customer).To); //! ECRM2002
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
