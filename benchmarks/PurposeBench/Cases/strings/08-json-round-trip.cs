// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Written as JSON by support and read again by the newsletter, the address has come through.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.JsonRoundTrip;

public sealed class Draft
{
    public string To { get; set; } = "";

    public string Subject { get; set; } = "";
}

[ForPurpose("support")]
public static class DraftStore
{
    public static string Save(Customer customer) => JsonSerializer.Serialize(new Draft { To = customer.Email, Subject = "Your ticket" });
}

[ForPurpose("newsletter")]
public static class Recycler
{
    public static void Reuse(Customer customer)
    {
        var draft = JsonSerializer.Deserialize<Draft>(DraftStore.Save(customer)); //! ECRM2002
        Use.Newsletter(draft?.To);
    }
}

public static class Case
{
    public static void Run() => Recycler.Reuse(Customers.Ada());
}
