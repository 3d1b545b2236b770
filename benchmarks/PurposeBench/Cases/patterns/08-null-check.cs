// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: Whether there is a number is a null check in four spellings; none of them carries the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.NullCheck;

[ForPurpose("support")]
public static class Reachability
{
    public static int Score(Customer customer)
    {
        var score = customer.Phone is null ? 0 : 1;
        score += customer.Phone switch { null => 0, _ => 1 };
        if (customer.Phone is not { })
            score -= 10;
        if (customer.Phone != null)
            score++;
        return score;
    }
}

[ForPurpose("analytics")]
public static class Dashboard
{
    public static void Show(Customer customer) => Use.Analytics(Reachability.Score(customer));
}

public static class Case
{
    public static void Run() => Dashboard.Show(Customers.Ada());
}
