// verdict: violation
// origin: blind
// channel: research
// source: Customer.Phone
// proof: reaches
// why: The last caller kept by a singleton is the value for everybody.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B03SwitchboardSingleton;

public sealed class Switchboard
{
    private Switchboard()
    {
    }

    public static Switchboard Instance { get; } = new();

    public string LastCaller { get; private set; } = "";

    public void Connected(string number) => LastCaller = number;
}

[ForPurpose("support")]
public sealed class Agent
{
    public void TakeCall(Customer customer) => Switchboard.Instance.Connected(customer.Phone ?? "withheld");
}

[ForPurpose("research")]
public sealed class CallSurvey
{
    public void AskLastCaller() => Use.Research(Switchboard.Instance.LastCaller); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        new Agent().TakeCall(Customers.Ada());
        new CallSurvey().AskLastCaller();
    }
}
