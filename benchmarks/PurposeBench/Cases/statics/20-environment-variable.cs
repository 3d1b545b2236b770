// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: Variables of the environment are static state that no type of the program declares.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.EnvironmentVariable;

[ForPurpose("support")]
public static class Dialler
{
    public static void Configure(Customer customer)
    {
        Environment.SetEnvironmentVariable("EnvironmentVariable.CALLER", customer.Phone);
        Environment.SetEnvironmentVariable("EnvironmentVariable.SEGMENT", customer.Segment);
    }
}

[ForPurpose("analytics")]
public static class Agent
{
    public static void Start() => Use.Analytics(Environment.GetEnvironmentVariable("EnvironmentVariable.CALLER")); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        Dialler.Configure(Customers.Ada());
        Agent.Start();
        Environment.SetEnvironmentVariable("EnvironmentVariable.CALLER", null);
        Environment.SetEnvironmentVariable("EnvironmentVariable.SEGMENT", null);
    }
}
