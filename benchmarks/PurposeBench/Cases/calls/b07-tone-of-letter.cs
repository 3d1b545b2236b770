// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Born
// proof: reaches
// why: Outside decisions a condition passes nothing on: the newsletter gets one of three constants.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.ToneOfLetter;

[ForPurpose("support")]
public static class Accessibility
{
    public static string Tone(Customer customer)
    {
        if (customer.Born.Year < 1950)
            return "large print";
        if (customer.Born.Year < 1980)
            return "plain";
        return "chat";
    }
}

[ForPurpose("newsletter")]
public static class Layout
{
    public static void Choose(Customer customer)
    {
        var layout = Accessibility.Tone(customer);
        Use.Newsletter(layout);
    }
}

public static class Case
{
    public static void Run() => Layout.Choose(Customers.Ada());
}
