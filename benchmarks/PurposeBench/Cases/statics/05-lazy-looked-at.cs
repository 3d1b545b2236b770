// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The newsletter asks whether the Lazy has its value, not for the value.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.LazyLookedAt;

public static class Shared
{
    public static Lazy<string> Signature { get; set; } = new("");
}

[ForPurpose("support")]
public static class Desk
{
    public static void Prepare(Customer customer)
    {
        Shared.Signature = new Lazy<string>(() => customer.Email);
        Use.Support(Shared.Signature.Value);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write() => Use.Newsletter(Shared.Signature.IsValueCreated ? "answered" : "waiting");
}

public static class Case
{
    public static void Run()
    {
        Desk.Prepare(Customers.Ada());
        Issue.Write();
    }
}
