// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The record has a copy constructor of its own, which `with` uses and which leaves the recipient behind.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.ForgetfulCopy;

public record Draft(string Subject)
{
    protected Draft(Draft other)
    {
        Subject = other.Subject;
        To = "nobody";
    }

    public string To { get; init; } = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static Draft Answer(Customer customer) => new("Your ticket") { To = customer.Email };
}

[ForPurpose("newsletter")]
public static class Templates
{
    public static void Take(Customer customer)
    {
        var template = Desk.Answer(customer) with { Subject = "Template" };
        Use.Newsletter($"{template.To}: {template.Subject}");
    }
}

public static class Case
{
    public static void Run() => Templates.Take(Customers.Ada());
}
