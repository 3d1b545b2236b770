// verdict: clean
// origin: open
// channel: stored:Visit.Remark
// source: Customer.Phone
// proof: reaches
// why: The number goes into an object that is no entity and about nobody, and the entity gets the instruction only.
using System.ComponentModel.DataAnnotations.Schema;
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.UnlabelledTransport;

[Table("visits")]
public sealed class Visit
{
    public int Number { get; set; }

    public string? Remark { get; set; }
}

public sealed record Errand(string Instruction, string? Call);

[ForPurpose("support")]
public static class FieldService
{
    public static Errand Prepare(Customer customer) => new("ring twice", customer.Phone);

    public static Visit Plan(Errand errand)
    {
        Use.Support(errand.Call);
        return new Visit { Number = 4, Remark = errand.Instruction };
    }
}

public static class Case
{
    public static void Run() => Use.Stored("Visit.Remark", FieldService.Plan(FieldService.Prepare(Customers.Ada())).Remark);
}
