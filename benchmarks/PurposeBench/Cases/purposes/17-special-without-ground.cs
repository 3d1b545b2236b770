// verdict: violation
// origin: open
// channel: billing
// source: Patient.Condition
// proof: reaches
// why: Health may serve only a purpose with consent or with a ground of its own; being listed does not help billing.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.SpecialWithoutGround;

[DataSubject("patient")]
public sealed class Patient
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("health"), CollectedFor("care", "billing")]
    public string Condition { get; init; } = "";
}

public sealed record CareItem(string Reason, decimal Amount);

[ForPurpose("care")]
public static class CarePlan
{
    public static CareItem Item(Patient patient) => new(patient.Condition, 120m);
}

[ForPurpose("billing")]
public static class CareInvoice
{
    public static void Print(CareItem item)
    {
        Use.Billing(item.Amount);
        Use.Billing(item.Reason); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => CareInvoice.Print(CarePlan.Item(new Patient { Id = 7, Condition = Mark.Text("Patient.Condition") }));
}
