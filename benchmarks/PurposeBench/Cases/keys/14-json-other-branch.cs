// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The tree holds the address, but what is read lies beside it.
using System.Text.Json.Nodes;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.JsonOtherBranch;

[ForPurpose("billing")]
public static class InvoiceExport
{
    public static JsonObject Build(Customer customer) => new()
    {
        ["id"] = customer.Id,
        ["delivery"] = new JsonObject { ["mode"] = "mail", ["to"] = customer.Email },
    };
}

[ForPurpose("newsletter")]
public static class Subscriptions
{
    public static void Import(JsonNode document)
    {
        var mode = document["delivery"]?["mode"]?.GetValue<string>();
        Use.Newsletter(mode);
    }
}

public static class Case
{
    public static void Run() => Subscriptions.Import(InvoiceExport.Build(Customers.Ada()));
}
