// verdict: violation
// origin: open
// channel: log
// source: Customer.Email
// proof: reaches
// why: A tag of a span goes wherever the traces of the program are kept.
using System.Diagnostics;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.TagOfActivity;

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        using var span = Tracing.Source.StartActivity("answer");
        Spans.Describe(span, customer.Id, customer.Email);
        Use.Support(customer.Email);
    }
}

// Declares nothing.
public static class Spans
{
    public static void Describe(Activity? span, int id, string mail) =>
        span?
            .SetTag("customer.id", id)
            .SetTag("customer.mail", mail); //! ECRM3002
}

public static class Case
{
    public static void Run() => Desk.Answer(Customers.Ada());
}
