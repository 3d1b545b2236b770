// verdict: violation
// origin: blind
// channel: stored:Lead.Remark
// source: Customer.Phone
// proof: reaches
// why: An unlabelled member of a type about a person would lose the label in storage.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B04LeadRemark;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; set; }

    public string Remark { get; set; } = "";

    public string Region { get; set; } = "";
}

[ForPurpose("support")]
public static class LeadDesk
{
    public static Lead From(Customer caller)
    {
        var lead = new Lead { Id = caller.Id, Region = "north" };
        var remark = "call back under " + caller.Phone;
        lead.Remark = remark; //! ECRM1110
        return lead;
    }
}

public static class Case
{
    public static void Run()
    {
        var lead = LeadDesk.From(Customers.Ada());
        Use.Stored("Lead.Remark", lead.Remark);
    }
}
