// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Born
// proof: differs
// why: A formatted date is derived from the date.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.BirthdayLine;

[ForPurpose("support")]
public static class IdentityCheck
{
    public static string Question(Customer customer) =>
        string.Format(CultureInfo.InvariantCulture, "Were you born in {0:MMMM yyyy}?", customer.Born);
}

[ForPurpose("newsletter")]
public static class BirthdayGreeting
{
    public static void Write(Customer customer)
    {
        Use.Newsletter($"Dear {customer.Name}! {IdentityCheck.Question(customer),40}"); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => BirthdayGreeting.Write(Customers.Ada());
}
