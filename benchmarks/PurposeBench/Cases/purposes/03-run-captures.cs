// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The lambda of a scope works for its purpose and captures what was read outside.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.RunCaptures;

public static class Campaign
{
    public static void Start(Customer customer, string offer)
    {
        var number = PurposeScope.Run("support", () => customer.Phone);
        PurposeScope.Run("marketing", () =>
        {
            var text = $"{offer}: {number}"; //! ECRM2002
            Use.Marketing(text);
        });
    }
}

public static class Case
{
    public static void Run() => Campaign.Start(Customers.Ada(), "half price");
}
