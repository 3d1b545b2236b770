// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: differs
// why: The screen state holds the note in one property and the number of the queue in another; analytics reads the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.NeighbouringField;

public sealed class ScreenState
{
    public string Notes { get; set; } = "";

    public int Queue { get; set; }

    public ScreenState? Previous { get; set; }
}

[ForPurpose("support")]
public static class TicketScreen
{
    public static ScreenState Open(Customer customer, int queue)
    {
        var state = new ScreenState { Previous = new ScreenState { Notes = customer.Note, Queue = queue - 1 } };
        state.Notes = state.Previous.Notes;
        state.Queue = queue;
        return state;
    }
}

[ForPurpose("analytics")]
public static class ScreenTimes
{
    public static void Measure(ScreenState state)
    {
        Use.Analytics(state.Queue);
        Use.Analytics(state.Previous?.Queue);
    }
}

public static class Case
{
    public static void Run() => ScreenTimes.Measure(TicketScreen.Open(Customers.Ada(), queue: 3));
}
