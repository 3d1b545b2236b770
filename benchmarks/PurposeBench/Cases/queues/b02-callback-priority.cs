// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A priority queue orders callbacks; marketing dequeues a number that was given for support.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.CallbackPriority;

public static class Callbacks
{
    public static PriorityQueue<string, int> Waiting { get; } = new();
}

[ForPurpose("support")]
public static class Promise
{
    public static void CallBack(Customer customer, bool urgent)
    {
        if (customer.Phone is not null)
            Callbacks.Waiting.Enqueue(customer.Phone, urgent ? 0 : 10);
    }
}

[ForPurpose("marketing")]
public static class IdleAgent
{
    public static void Next()
    {
        while (Callbacks.Waiting.TryDequeue(out var number, out _)) //! ECRM2002
            Use.Marketing("Call " + number);
    }
}

public static class Case
{
    public static void Run()
    {
        Promise.CallBack(Customers.Ada(), urgent: true);
        IdleAgent.Next();
    }
}
