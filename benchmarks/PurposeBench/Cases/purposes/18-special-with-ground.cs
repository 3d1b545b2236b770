// verdict: clean
// origin: open
// channel: billing
// source: Patient.Condition
// proof: reaches
// why: Care names its ground for health, research asks for consent; billing gets the amount.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.SpecialWithGround;

[DataSubject("patient")]
public sealed class Patient
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("health"), CollectedFor("care", "research")]
    public string Condition { get; init; } = "";
}

public sealed record CareItem(string Reason, decimal Amount);

[ForPurpose("care", "research")]
public static class CarePlan
{
    public static CareItem Item(Patient patient) => new(patient.Condition, 120m);

    public static void Arrange(CareItem item) => Use.Care(item.Reason);
}

[ForPurpose("billing")]
public static class CareInvoice
{
    public static void Print(CareItem item) => Use.Billing(item.Amount);
}

public static class Case
{
    public static void Run()
    {
        var item = CarePlan.Item(new Patient { Id = 7, Condition = Mark.Text("Patient.Condition") });
        CarePlan.Arrange(item);
        CareInvoice.Print(item);
    }
}
