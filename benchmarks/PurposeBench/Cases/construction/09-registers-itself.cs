// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: The constructor puts the new object into a registry, where analytics finds it.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.RegistersItself;

public sealed class Registry
{
    public Session? Newest { get; set; }
}

public sealed class Session
{
    public Session(Registry registry, string user)
    {
        registry.Newest = this;
        User = user;
    }

    public string User { get; }
}

[ForPurpose("support")]
public sealed class SignIn(Registry registry)
{
    public void Begin(Customer customer) => _ = new Session(registry, customer.Email);
}

[ForPurpose("analytics")]
public sealed class ActiveUsers(Registry registry)
{
    public void Sample() => Use.Analytics(registry.Newest?.User); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var registry = new Registry();
        new SignIn(registry).Begin(Customers.Ada());
        new ActiveUsers(registry).Sample();
    }
}
