// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A .NET event with arguments of its own; the subscriber casts the sender too, but uses the arguments.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.CallEndedArgs;

public sealed class CallEndedEventArgs(string? number, TimeSpan length) : System.EventArgs
{
    public string? Number { get; } = number;

    public TimeSpan Length { get; } = length;
}

[ForPurpose("support")]
public sealed class Telephone
{
    public event EventHandler<CallEndedEventArgs>? CallEnded;

    public void HangUp(Customer customer) => OnCallEnded(new CallEndedEventArgs(customer.Phone, TimeSpan.FromMinutes(3)));

    private void OnCallEnded(CallEndedEventArgs e) => CallEnded?.Invoke(this, e);
}

[ForPurpose("marketing")]
public sealed class Satisfaction
{
    public void Watch(Telephone telephone) => telephone.CallEnded += Ask;

    private void Ask(object? sender, CallEndedEventArgs e)
    {
        if (sender is Telephone && e.Length > TimeSpan.FromMinutes(1))
            Use.Marketing("offer to " + e.Number); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var telephone = new Telephone();
        new Satisfaction().Watch(telephone);
        telephone.HangUp(Customers.Ada());
    }
}
