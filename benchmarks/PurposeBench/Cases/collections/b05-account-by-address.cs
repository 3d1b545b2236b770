// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Email
// proof: reaches
// why: An account that was found by an address carries its own labels alone, and its plan has none.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.AccountByAddress;

public sealed class Account
{
    public string Plan { get; init; } = "";

    public int Seats { get; init; }
}

[ForPurpose("support")]
public sealed class AccountIndex
{
    private readonly Dictionary<string, Account> _byAddress = [];

    public void Add(Customer customer, Account account) => _byAddress.Add(customer.Email, account);

    public Account Of(Customer customer) => _byAddress[customer.Email];
}

[ForPurpose("marketing")]
public static class UpgradeOffer
{
    public static void Make(AccountIndex index, Customer customer)
    {
        var account = index.Of(customer);
        Use.Marketing(account.Seats > 5 ? "Time for " + account.Plan + " Plus?" : account.Plan);
    }
}

public static class Case
{
    public static void Run()
    {
        var index = new AccountIndex();
        index.Add(Customers.Ada(), new Account { Plan = "Team", Seats = 9 });
        UpgradeOffer.Make(index, Customers.Ada());
    }
}
