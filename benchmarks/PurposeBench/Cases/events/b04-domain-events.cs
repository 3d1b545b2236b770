// verdict: violation
// origin: blind
// channel: analytics
// source: InvoicePaid.Amount
// proof: reaches
// why: The event labels its amount itself; the dispatcher brings it to code for another purpose.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B04DomainEvents;

public sealed record InvoicePaid(string Number, [property: DataCategory("financial.invoice"), CollectedFor("billing")] int Amount);

public abstract class Aggregate
{
    private readonly List<object> _raised = [];

    protected void Raise(object happened) => _raised.Add(happened);

    public IReadOnlyList<object> TakeRaised()
    {
        object[] taken = [.. _raised];
        _raised.Clear();
        return taken;
    }
}

public sealed class Invoice(string number) : Aggregate
{
    public void Pay(int amount) => Raise(new InvoicePaid(number, amount));
}

[ForPurpose("analytics")]
public sealed class RevenueDashboard
{
    public void Apply(object happened)
    {
        switch (happened)
        {
            case InvoicePaid paid:
                var amount = paid.Amount; //! ECRM2001
                Use.Analytics(amount);
                break;
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var invoice = new Invoice("2026-118");
        invoice.Pay(Mark.Number("InvoicePaid.Amount"));
        var dashboard = new RevenueDashboard();
        foreach (var happened in invoice.TakeRaised())
            dashboard.Apply(happened);
    }
}
