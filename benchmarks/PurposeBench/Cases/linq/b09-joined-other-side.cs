// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Email
// proof: reaches
// why: Support joins customers and accounts by the address; what goes on is the accounts' plans.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.JoinedOtherSide;

public sealed record Account(string Login, Plan Plan);

public sealed record Plan(string Title, int Seats);

[ForPurpose("support")]
public static class Plans
{
    public static Plan[] Of(IEnumerable<Customer> customers, IEnumerable<Account> accounts) =>
        (from customer in customers
         join account in accounts on customer.Email equals account.Login into own
         from account in own.DefaultIfEmpty()
         where account is not null
         select account.Plan).ToArray();
}

[ForPurpose("marketing")]
public static class Upgrades
{
    public static void Offer(IEnumerable<Customer> customers, IEnumerable<Account> accounts)
    {
        foreach (var (title, seats) in Plans.Of(customers, accounts))
            Use.Marketing($"{title} for {seats}");
    }
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        Upgrades.Offer([ada], [new Account(AccountLogin(ada), new Plan("Team", 9)), new Account("nobody", new Plan("Solo", 1))]);
    }

    [ForPurpose("support")]
    private static string AccountLogin(Customer customer) => customer.Email;
}
