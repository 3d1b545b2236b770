// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A null-coalescing assignment fills the sheet with the number; marketing takes it out past three null checks.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.NullAssignment;

public sealed class CallSheet
{
    public string? Number { get; set; }

    public CallSheet? Next { get; set; }
}

[ForPurpose("support")]
public static class CallCentre
{
    public static CallSheet? Open(Customer customer)
    {
        var sheet = new CallSheet { Next = new CallSheet() };
        sheet.Next.Number ??= customer.Phone ?? throw new InvalidOperationException("No number");
        return sheet;
    }
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Call(CallSheet? sheet)
    {
        var number = sheet?.Next?.Number ?? "none"; //! ECRM2002
        Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run() => Telesales.Call(CallCentre.Open(Customers.Ada()));
}
