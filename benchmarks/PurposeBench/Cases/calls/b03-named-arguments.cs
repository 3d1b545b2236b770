// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Named arguments in another order; the address is the one that is sent.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.NamedArguments;

[ForPurpose("support")]
public static class Survey
{
    public static void AfterCall(Customer customer, string agent)
    {
        var rating = Ask(customer.Email, agent);
        Sender.Send(subject: "How was " + agent + "?", to: rating.Sent, footer: "Fabrikam"); //! ECRM2002
    }

    private static (int Stars, string Sent) Ask(string address, string agent) => (agent.Length, address);
}

public static class Sender
{
    [ForPurpose("newsletter")]
    public static void Send(string to, string subject, string footer = "", params string[] tags) =>
        Use.Newsletter(string.Join('|', [to, subject, footer, .. tags]));
}

public static class Case
{
    public static void Run() => Survey.AfterCall(Customers.Ada(), "Grace");
}
