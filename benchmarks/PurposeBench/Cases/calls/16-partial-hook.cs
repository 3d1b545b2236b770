// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The generated half calls a partial method with the address; the half written by hand hands it on.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.PartialHook;

[ForPurpose("support")]
public partial class TicketForm
{
    public void Load(Customer customer)
    {
        var address = customer.Email;
        OnLoaded(customer.Id, address);
    }

    partial void OnLoaded(int id, string address);
}

public partial class TicketForm
{
    partial void OnLoaded(int id, string address) => Recruiting.Suggest(address); //! ECRM2002
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Suggest(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => new TicketForm().Load(Customers.Ada());
}
