// verdict: violation
// origin: blind
// channel: marketing
// source: Other.Phone
// proof: reaches
// why: A recursive walk through a household collects numbers on the way down and returns them on the way up.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.HouseholdWalk;

[ForPurpose("support")]
public static class Household
{
    public static string Numbers(Customer customer, int depth = 0)
    {
        if (depth > 3)
            return "";
        var own = customer.Phone ?? "";
        foreach (var contact in customer.Contacts)
            own = own + " " + Numbers(contact, depth + 1);
        return own;
    }
}

[ForPurpose("marketing")]
public static class FamilyTariff
{
    public static async Task OfferAsync(Customer customer)
    {
        var numbers = await Task.Run(() => Household.Numbers(customer)); //! ECRM2002
        Use.Marketing($"One tariff for {numbers}");
    }
}

public static class Case
{
    public static Task Run()
    {
        var (ada, other) = (Customers.Ada(), Customers.Other());
        ada.Contacts.Add(other);
        return FamilyTariff.OfferAsync(ada);
    }
}
