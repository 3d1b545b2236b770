// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Two tasks run side by side; the newsletter awaits the one that asks for the name.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B08DeclinedCallback;

[ForPurpose("support")]
public sealed class Directory
{
    public async Task<string> PhoneAsync(Customer customer)
    {
        await Task.Yield();
        return customer.Phone ?? "";
    }

    public async Task<string> NameAsync(Customer customer)
    {
        await Task.Yield();
        return customer.Name;
    }
}

[ForPurpose("newsletter")]
public static class Salutation
{
    public static async Task PrintAsync(Task<string> name) => Use.Newsletter("Dear " + await name);
}

public static class Case
{
    public static async Task Run()
    {
        var customer = Customers.Ada();
        var directory = new Directory();
        var phone = directory.PhoneAsync(customer);
        var name = directory.NameAsync(customer);
        await Salutation.PrintAsync(name);
        await phone;
    }
}
