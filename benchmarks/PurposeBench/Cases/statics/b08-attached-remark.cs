// verdict: violation
// origin: blind
// channel: research
// source: Customer.Note
// proof: reaches
// why: What is attached to a ticket from outside lies in a static table, where anybody who has the ticket finds it.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B08AttachedRemark;

public sealed class Ticket(int number)
{
    public int Number { get; } = number;
}

public sealed record Remark(string Text);

public static class Attached
{
    public static readonly ConditionalWeakTable<Ticket, Remark> Remarks = [];
}

[ForPurpose("support")]
public static class CallDesk
{
    public static Ticket Open(Customer caller)
    {
        var ticket = new Ticket(4711);
        Attached.Remarks.Add(ticket, new Remark(caller.Note));
        return ticket;
    }
}

[ForPurpose("research")]
public static class TopicStudy
{
    public static void Read(Ticket ticket) => Use.Research(Attached.Remarks.TryGetValue(ticket, out var remark) ? remark.Text : "none"); //! ECRM2002
}

public static class Case
{
    public static void Run() => TopicStudy.Read(CallDesk.Open(Customers.Ada()));
}
