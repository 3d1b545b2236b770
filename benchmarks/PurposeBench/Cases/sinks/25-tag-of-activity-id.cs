// verdict: clean
// origin: open
// channel: log
// source: Customer.Email
// proof: differs
// why: The span is given the customer's number and whether there is an address.
using System.Diagnostics;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.TagOfActivityId;

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
            .SetTag("customer.reachable", mail is not null);
}

public static class Case
{
    public static void Run() => Desk.Answer(Customers.Ada());
}
