// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: The field is cleared and set back from the copy that was taken before.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.RestoredBackup;

public sealed class Session
{
    private readonly Stack<string?> _before = new();

    public string? Place { get; set; }

    public void Hide()
    {
        _before.Push(Place);
        Place = null;
    }

    public void Restore()
    {
        if (_before.TryPop(out var place))
            Place = place;
    }
}

[ForPurpose("billing")]
public static class Checkout
{
    public static void Enter(Session session, Customer customer) => session.Place = customer.Street;
}

[ForPurpose("analytics")]
public static class Heatmap
{
    public static void Draw(Session session) => Use.Analytics(session.Place ?? "hidden"); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var session = new Session();
        Checkout.Enter(session, Customers.Ada());
        session.Hide();
        session.Restore();
        Heatmap.Draw(session);
    }
}
