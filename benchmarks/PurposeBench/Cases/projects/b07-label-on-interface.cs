// verdict: violation
// origin: blind
// channel: newsletter
// source: IReachable.Mobile
// proof: reaches
// why: The label on the other project's interface governs the implementation here.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B07LabelOnInterface;

public sealed record Member(int Number, string Mobile) : IReachable;

[ForPurpose("newsletter")]
public static class ClubSms
{
    public static void Send(Member member)
    {
        var mobile = member.Mobile; //! ECRM2001
        Use.Newsletter(mobile);
    }
}

public static class Case
{
    public static void Run() => ClubSms.Send(new Member(5, Mark.Text("IReachable.Mobile")));
}
