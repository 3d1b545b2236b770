// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Steps are lambdas in a list, each for a purpose of its own; they hand values on in a context object.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.StepsWithContext;

public sealed class Context(Customer customer)
{
    public Customer Customer => customer;

    public string Address { get; set; } = "";
}

public sealed record Step(string Name, Action<Context> Action);

public static class AfterPurchase
{
    private static readonly Step[] Steps =
    [
        new("receipt", [ForPurpose("billing")] (context) =>
        {
            context.Address = context.Customer.Email;
            Use.Billing(context.Address);
        }),
        new("news", [ForPurpose("newsletter")] (context) => Use.Newsletter(context.Address)), //! ECRM2002
    ];

    public static void Run(Customer customer)
    {
        var context = new Context(customer);
        foreach (var step in Steps)
            step.Action(context);
    }
}

public static class Case
{
    public static void Run() => AfterPurchase.Run(Customers.Ada());
}
