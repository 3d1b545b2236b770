// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: Pairs in a list in a field; the second pattern of the switch names the half with the number.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Tuples.ListOfPairs;

[ForPurpose("support")]
public sealed class Shift(ILogger<Shift> logger)
{
    private readonly List<(string Kind, string Value)> _events = [];

    public void Start(Customer customer)
    {
        _events.Add(("login", "desk 3"));
        _events.Add(("call", customer.Phone ?? ""));
    }

    public void End()
    {
        foreach (var happened in _events)
        {
            switch (happened)
            {
                case ("login", _):
                    break;
                case (_, var value):
                    logger.LogInformation("Shift: {Value}", value); //! ECRM3002
                    break;
            }
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var shift = new Shift(Logs.Of<Shift>());
        shift.Start(Customers.Ada());
        shift.End();
    }
}
