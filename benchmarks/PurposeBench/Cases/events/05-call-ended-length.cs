// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The subscriber reads the other member of the same arguments.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.CallEndedLength;

public sealed class CallEndedEventArgs(string? number, TimeSpan length) : System.EventArgs
{
    public string? Number { get; } = number;

    public TimeSpan Length { get; } = length;
}

[ForPurpose("support")]
public sealed class Telephone
{
    public event EventHandler<CallEndedEventArgs>? CallEnded;

    public void HangUp(Customer customer) => CallEnded?.Invoke(this, new CallEndedEventArgs(customer.Phone, TimeSpan.FromMinutes(3)));
}

[ForPurpose("marketing")]
public sealed class Satisfaction
{
    public void Watch(Telephone telephone) => telephone.CallEnded += Ask;

    private void Ask(object? sender, CallEndedEventArgs e) => Use.Marketing("a call of " + e.Length);
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
