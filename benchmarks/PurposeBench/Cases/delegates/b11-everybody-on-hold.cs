// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: Whoever goes through the handlers of an event one by one gets what each of them captured.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.B11EverybodyOnHold;

public sealed class Switchboard
{
    private event Func<string>? Waiting;

    public void Hold(Func<string> caller) => Waiting += caller;

    public IEnumerable<string> Numbers()
    {
        foreach (var caller in Waiting?.GetInvocationList() ?? [])
            yield return ((Func<string>)caller)();
    }
}

[ForPurpose("support")]
public sealed class Hotline(Switchboard board)
{
    public void Take(Customer caller)
    {
        var number = caller.Phone ?? "withheld";
        board.Hold(() => number);
        board.Hold(() => "extension 12");
    }
}

[ForPurpose("analytics")]
public sealed class WaitingReport(Switchboard board)
{
    public void Write() => Use.Analytics(string.Join(", ", board.Numbers())); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var board = new Switchboard();
        new Hotline(board).Take(Customers.Ada());
        new WaitingReport(board).Write();
    }
}
