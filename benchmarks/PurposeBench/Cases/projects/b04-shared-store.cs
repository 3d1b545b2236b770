// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Card
// proof: reaches
// why: A generic store of another project gives back what was put in.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B04SharedStore;

[ForPurpose("billing")]
public sealed class CardVault(KeyedStore<string> store)
{
    public void Keep(Customer customer) => store.Put(customer.Id, customer.Card);
}

[ForPurpose("analytics")]
public sealed class PaymentMix(KeyedStore<string> store)
{
    public void Count(int customerId)
    {
        var card = store.Find(customerId); //! ECRM2002
        Use.Analytics(card);
    }
}

public static class Case
{
    public static void Run()
    {
        var store = new KeyedStore<string>();
        new CardVault(store).Keep(Customers.Ada());
        new PaymentMix(store).Count(7);
    }
}
