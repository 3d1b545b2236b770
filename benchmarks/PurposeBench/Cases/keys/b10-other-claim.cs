// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Postcode
// proof: differs
// why: The visitor's claims hold the postcode too, but the counter asks for the plan alone.
using System.Security.Claims;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B10OtherClaim;

[ForPurpose("billing")]
public static class PortalSession
{
    public static ClaimsPrincipal Begin(Customer customer)
    {
        var visitor = new ClaimsPrincipal(new ClaimsIdentity([new("plan", customer.Segment), new("session", "s-12")], "portal"));
        visitor.AddIdentity(new ClaimsIdentity([new(ClaimTypes.PostalCode, customer.Postcode)], "delivery"));
        return visitor;
    }

    public static void Ship(ClaimsPrincipal visitor) => Use.Billing(visitor.FindFirst(ClaimTypes.PostalCode)?.Value);
}

[ForPurpose("analytics")]
public static class VisitCounter
{
    public static void Count(ClaimsPrincipal visitor)
    {
        var plan = visitor.FindFirst("plan");
        Use.Analytics(plan is null ? "guest" : plan.Value);
    }
}

public static class Case
{
    public static void Run()
    {
        var visitor = PortalSession.Begin(Customers.Ada());
        PortalSession.Ship(visitor);
        VisitCounter.Count(visitor);
    }
}
