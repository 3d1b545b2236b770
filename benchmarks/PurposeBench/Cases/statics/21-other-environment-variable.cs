// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: The analysts read another variable of the environment.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.OtherEnvironmentVariable;

[ForPurpose("support")]
public static class Dialler
{
    public static void Configure(Customer customer)
    {
        Environment.SetEnvironmentVariable("OtherEnvironmentVariable.CALLER", customer.Phone);
        Environment.SetEnvironmentVariable("OtherEnvironmentVariable.SEGMENT", customer.Segment);
    }
}

[ForPurpose("analytics")]
public static class Agent
{
    public static void Start() => Use.Analytics(Environment.GetEnvironmentVariable("OtherEnvironmentVariable.SEGMENT"));
}

public static class Case
{
    public static void Run()
    {
        Dialler.Configure(Customers.Ada());
        Agent.Start();
        Environment.SetEnvironmentVariable("OtherEnvironmentVariable.CALLER", null);
        Environment.SetEnvironmentVariable("OtherEnvironmentVariable.SEGMENT", null);
    }
}
