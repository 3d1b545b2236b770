// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The two members change places, and with them what they hold.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.CrossedProperties;

public sealed class Draft
{
    public string To { get; set; } = "";

    public string Signature { get; set; } = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static Draft Answer(Customer customer)
    {
        var draft = new Draft { Signature = customer.Email, To = "Your support team" };
        (draft.To, draft.Signature) = (draft.Signature, draft.To);
        Use.Support(draft.To);
        return draft;
    }
}

[ForPurpose("newsletter")]
public static class Footer
{
    public static void Copy(Customer customer) => Use.Newsletter(Desk.Answer(customer).Signature);
}

public static class Case
{
    public static void Run() => Footer.Copy(Customers.Ada());
}
