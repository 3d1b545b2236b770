// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The read-only view was made while the list was empty, and shows what came later.
using System.Collections.ObjectModel;
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.LiveView;

public sealed class Queue
{
    private readonly List<string> _numbers = [];

    public Queue() => Waiting = _numbers.AsReadOnly();

    public ReadOnlyCollection<string> Waiting { get; }

    public void Enter(string number) => _numbers.Insert(0, number);
}

[ForPurpose("support")]
public static class Hotline
{
    public static void Hold(Queue queue, Customer customer) => queue.Enter(customer.Phone ?? "");
}

[ForPurpose("marketing")]
public static class WaitingRoom
{
    public static void Advertise(Queue queue) => Use.Marketing(queue.Waiting[0]); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var queue = new Queue();
        Hotline.Hold(queue, Customers.Ada());
        WaitingRoom.Advertise(queue);
    }
}
