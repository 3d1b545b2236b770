// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Card
// proof: reaches
// why: The web shop's session keeps the value from one request to the next.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B04ShopSession;

public sealed class ShopSession
{
    private readonly Dictionary<string, byte[]> _values = [];

    public void SetString(string key, string value) => _values[key] = Encoding.UTF8.GetBytes(value);

    public string? GetString(string key) => _values.TryGetValue(key, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;
}

[ForPurpose("billing")]
public static class PaymentPage
{
    public static void Post(ShopSession session, Customer customer) => session.SetString("pay.card", customer.Card);
}

[ForPurpose("analytics")]
public static class AbandonedCarts
{
    public static void Inspect(ShopSession session)
    {
        if (session.GetString("pay.card") is { } card) //! ECRM2002
            Use.Analytics(card);
    }
}

public static class Case
{
    public static void Run()
    {
        var session = new ShopSession();
        PaymentPage.Post(session, Customers.Ada());
        AbandonedCarts.Inspect(session);
    }
}
