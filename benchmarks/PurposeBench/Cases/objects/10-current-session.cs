// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: One session for everybody: what was set there in one method is logged in another.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.CurrentSession;

public sealed class Session
{
    private string _line = "";

    public static Session Current { get; } = new();

    public void Attach(string? line) => _line = line ?? "";

    public string Describe() => $"session on {_line}";
}

[ForPurpose("support")]
public static class Switchboard
{
    public static void PickUp(Customer customer) => Session.Current.Attach(customer.Phone);

    public static void HangUp() => Console.WriteLine(Session.Current.Describe()); //! ECRM3002
}

public static class Case
{
    public static void Run()
    {
        Switchboard.PickUp(Customers.Ada());
        Switchboard.HangUp();
    }
}
