// verdict: violation
// origin: open
// channel: credit-offer
// source: Account.Hardship
// proof: reaches
// why: A rule denies signs of difficulty for offers of credit, and no purpose on the member overrides it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.DeniedByRule;

[DataSubject("account")]
public sealed class Account
{
    [DataSubjectId]
    public int Holder { get; init; }

    [DataCategory("hardship"), CollectedFor("support", "credit-offer")]
    public int Hardship { get; init; }
}

public readonly record struct Features(int Reminders, int Years);

[ForPurpose("support")]
public static class FeatureStore
{
    public static Features Load(Account account) => new(Reminders: account.Hardship, Years: 4);
}

[ForPurpose("credit-offer")]
public static class Model
{
    public static void Predict(Features features)
    {
        var (reminders, years) = features; //! ECRM2004
        Use.CreditOffer($"{years} years, {reminders} reminders");
    }
}

public static class Case
{
    public static void Run() => Model.Predict(FeatureStore.Load(new Account { Holder = 7, Hardship = Mark.Number("Account.Hardship") }));
}
