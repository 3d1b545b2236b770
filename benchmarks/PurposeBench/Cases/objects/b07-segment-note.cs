// verdict: violation
// origin: blind
// channel: stored:Customer.Segment
// source: Customer.Phone
// proof: reaches
// why: The segment has no label; a number that is stored in it has lost its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.SegmentNote;

[ForPurpose("support")]
public static class CallNotes
{
    public static void Remember(Customer customer, bool unreachable)
    {
        var remark = unreachable ? "not reached: " + customer.Phone : "reached";
        customer.Segment = remark; //! ECRM1110
    }
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        CallNotes.Remember(ada, unreachable: true);
        Use.Stored("Customer.Segment", ada.Segment);
    }
}
