// verdict: violation
// origin: open
// channel: support
// source: Wallet.Card
// proof: reaches
// why: Cards may serve billing only, whatever a member says it was collected for.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.CeilingOfCategory;

[DataSubject("holder")]
public sealed class Wallet
{
    [DataSubjectId]
    public int Holder { get; init; }

    [DataCategory("financial.card"), CollectedFor("billing", "support")]
    public string Card { get; init; } = "";
}

[ForPurpose("support")]
public static class Verification
{
    public static void Ask(Wallet wallet) => Use.Support(wallet.Card[4..]); //! ECRM2001
}

[ForPurpose("billing")]
public static class Payments
{
    public static void Charge(Wallet wallet) => Use.Billing(wallet.Card);
}

public static class Case
{
    public static void Run()
    {
        var wallet = new Wallet { Holder = 7, Card = "    " + Mark.Text("Wallet.Card") };
        Payments.Charge(wallet);
        Verification.Ask(wallet);
    }
}
