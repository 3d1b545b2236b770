// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The mapper fills the lead with what marketing may know; the number goes into the other object.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.MemberNotMapped;

public sealed class Lead
{
    public int Number { get; set; }

    public string? Contact { get; set; }
}

public sealed class CallSheet
{
    public string? Contact { get; set; }
}

[ForPurpose("support")]
public sealed class CallMapper
{
    public (Lead Lead, CallSheet Sheet) Map(Customer customer)
    {
        var lead = new Lead { Number = customer.Id, Contact = "by letter" };
        var sheet = new CallSheet { Contact = customer.Phone };
        return (lead, sheet);
    }
}

[ForPurpose("support")]
public static class CallCentre
{
    public static Lead Call(Customer customer)
    {
        var (lead, sheet) = new CallMapper().Map(customer);
        Use.Support(sheet.Contact);
        return lead;
    }
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Write(Customer customer) => Use.Marketing(CallCentre.Call(customer).Contact);
}

public static class Case
{
    public static void Run() => Telesales.Write(Customers.Ada());
}
