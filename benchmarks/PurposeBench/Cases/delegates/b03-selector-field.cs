// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Card
// proof: reaches
// why: Marketing invokes a function that billing handed out; what it returns is the card.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.SelectorField;

public delegate string Selector(Customer customer);

public static class Selectors
{
    public static Dictionary<string, Selector> ByName { get; } = [];
}

[ForPurpose("billing")]
public static class BillingFields
{
    public static void Register()
    {
        Selectors.ByName["card"] = Card;
        Selectors.ByName["customer-since"] = Since;
    }

    private static string Card(Customer customer) => customer.Card;

    private static string Since(Customer customer) => "2019";
}

[ForPurpose("marketing")]
public sealed class Placeholder(string name)
{
    private readonly Selector _selector = Selectors.ByName[name];

    public void Render(Customer customer)
    {
        var text = _selector(customer); //! ECRM2002
        Use.Marketing(text);
    }
}

public static class Case
{
    public static void Run()
    {
        BillingFields.Register();
        new Placeholder("card").Render(Customers.Ada());
    }
}
