// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Born
// proof: differs
// why: The result of a comparison tells something about what was compared.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.ComparedDate;

[ForPurpose("support")]
public static class IdentityCheck
{
    public static bool IsSenior(Customer customer)
    {
        var born = customer.Born;
        var senior = born < new DateOnly(1966, 1, 1);
        return senior;
    }
}

[ForPurpose("marketing")]
public static class SeniorOffer
{
    public static void Make(Customer customer)
    {
        var senior = IdentityCheck.IsSenior(customer); //! ECRM2002
        Use.Marketing(senior.ToString());
    }
}

public static class Case
{
    public static void Run() => SeniorOffer.Make(Customers.Ada());
}
