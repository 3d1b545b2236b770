// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: A sealed override in the third class extends what the second took from the first; the property is read through the first.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.ThreeLevels;

[ForPurpose("support")]
public abstract class Record(Customer customer)
{
    protected Customer Customer { get; } = customer;

    public virtual string Text => Customer.Note;
}

[ForPurpose("support")]
public class CallRecord(Customer customer) : Record(customer)
{
    public override string Text => "Call: " + base.Text;
}

[ForPurpose("support")]
public sealed class LongCallRecord(Customer customer) : CallRecord(customer)
{
    public override string Text => Minutes > 10 ? base.Text + " (long)" : "short";

    public int Minutes { get; init; }
}

[ForPurpose("research")]
public static class Interviews
{
    public static void Read(Record record)
    {
        var text = record.Text; //! ECRM2002
        Use.Research(text);
    }
}

public static class Case
{
    public static void Run() => Interviews.Read(new LongCallRecord(Customers.Ada()) { Minutes = 12 });
}
