// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The base forwards to the newsletter; the override that the factory creates keeps the address for support.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.OverrideSendsNothing;

public abstract class Desk
{
    public static Desk Create() => new QuietDesk();

    [ForPurpose("support")]
    public void Close(Customer customer) => Closed(customer.Email);

    [ForPurpose("support")]
    protected abstract void Closed(string address);
}

public class RecruitingDesk : Desk
{
    [ForPurpose("support")]
    protected override void Closed(string address) => Recruiting.Welcome("somebody new");
}

public sealed class QuietDesk : RecruitingDesk
{
    [ForPurpose("support")]
    protected override void Closed(string address)
    {
        Use.Support(address);
        base.Closed("");
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => Desk.Create().Close(Customers.Ada());
}
