// verdict: violation
// origin: blind
// channel: research
// source: Customer.Phone
// proof: reaches
// why: Through the constraint it is the explicit member that is read, not the public one of the same name.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.B11ExplicitMember;

public interface IContactPoint
{
    string Address { get; }
}

public sealed class CallBack(string number) : IContactPoint
{
    public string Address { get; } = "hotline";

    string IContactPoint.Address { get; } = number;
}

[ForPurpose("support")]
public static class Tickets
{
    public static CallBack Open(Customer caller) => new(caller.Phone ?? "");
}

[ForPurpose("research")]
public static class Panel
{
    public static void Invite<TPoint>(TPoint point)
        where TPoint : IContactPoint => Use.Research(point.Address); //! ECRM2002
}

public static class Case
{
    public static void Run() => Panel.Invite(Tickets.Open(Customers.Ada()));
}
