// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The event's arguments carry the note in a property; the subscriber that works for research takes it out.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.EventArguments;

public sealed class CallEndedEventArgs(string remark) : EventArgs
{
    public string Remark { get; } = remark;
}

[ForPurpose("support")]
public sealed class CallCentre
{
    private EventHandler<CallEndedEventArgs>? _ended;

    public event EventHandler<CallEndedEventArgs> Ended
    {
        add => _ended += value;
        remove => _ended -= value;
    }

    public void HangUp(Customer customer) => _ended?.Invoke(this, new CallEndedEventArgs(customer.Note));
}

[ForPurpose("research")]
public sealed class Interviews
{
    public void Listen(CallCentre centre) => centre.Ended += OnEnded;

    private void OnEnded(object? sender, CallEndedEventArgs e) => Use.Research(e.Remark); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var centre = new CallCentre();
        new Interviews().Listen(centre);
        centre.HangUp(Customers.Ada());
    }
}
