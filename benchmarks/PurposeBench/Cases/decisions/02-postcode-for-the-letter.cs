// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: The postcode is for the letter; the decision rests on the income.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.PostcodeForTheLetter;

[ForPurpose("credit-offer")]
public static class Offers
{
    public static int Limit(Customer customer) => customer.Income > 400_000_000 ? 5_000 : 1_000;
}

[ForPurpose("billing")]
public static class Letters
{
    public static void Print(Customer customer) => Use.Billing(Head(customer));

    private static string Head(Customer customer) => customer.Postcode.Contains('0') ? "by ship: " + customer.Postcode : customer.Postcode;
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        Letters.Print(ada);
        PurposeScope.Run("credit-offer", () => Use.CreditOffer(Offers.Limit(ada)));
    }
}
