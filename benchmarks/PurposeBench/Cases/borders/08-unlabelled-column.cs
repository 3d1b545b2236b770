// verdict: violation
// origin: open
// channel: stored:Visit.Remark
// source: Customer.Phone
// proof: reaches
// why: The row is an entity; its remark has no label, so the number would lose its own in the table.
using System.ComponentModel.DataAnnotations.Schema;
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.UnlabelledColumn;

[Table("visits")]
public sealed class Visit
{
    public int Number { get; set; }

    public string? Remark { get; set; }
}

[ForPurpose("support")]
public static class FieldService
{
    public static Visit Plan(Customer customer, string instruction)
    {
        var visit = new Visit { Number = 4 };
        visit.Remark = instruction;
        visit.Remark += " call " + customer.Phone; //! ECRM1110
        return visit;
    }
}

public static class Case
{
    public static void Run() => Use.Stored("Visit.Remark", FieldService.Plan(Customers.Ada(), "ring twice").Remark);
}
