// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A JSON tree is a bag of bags: the address lies two keys deep.
using System.Text.Json.Nodes;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.JsonTree;

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
        var to = document["delivery"]?["to"]?.GetValue<string>(); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Subscriptions.Import(InvoiceExport.Build(Customers.Ada()));
}
