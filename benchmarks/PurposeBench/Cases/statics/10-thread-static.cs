// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A field of the thread holds the number until marketing runs on the same thread.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.ThreadStatic;

public static class CurrentCall
{
    [ThreadStatic]
    private static string? _number;

    public static string Number
    {
        get => _number ?? "none";
        set => _number = value;
    }
}

[ForPurpose("support")]
public static class CallCentre
{
    public static void Answer(Customer customer) => CurrentCall.Number = customer.Phone ?? "suppressed";
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void OnHold()
    {
        var number = CurrentCall.Number; //! ECRM2002
        Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        CallCentre.Answer(Customers.Ada());
        Telesales.OnHold();
    }
}
