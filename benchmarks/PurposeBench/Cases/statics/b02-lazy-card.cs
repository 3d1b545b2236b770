// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Card
// proof: reaches
// why: A lazy value is read when somebody asks, whoever that is.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B02LazyCard;

[ForPurpose("billing")]
public sealed class PaymentProfile
{
    public PaymentProfile(Customer customer) => CardOnFile = new Lazy<string>(() => customer.Card.Replace(" ", "", StringComparison.Ordinal));

    public Lazy<string> CardOnFile { get; }
}

[ForPurpose("analytics")]
public static class CheckoutFunnel
{
    public static void Step(PaymentProfile profile)
    {
        var prefix = profile.CardOnFile.Value; //! ECRM2002
        Use.Analytics(prefix);
    }
}

public static class Case
{
    public static void Run() => CheckoutFunnel.Step(new PaymentProfile(Customers.Ada()));
}
