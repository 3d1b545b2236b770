// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The tokens hold the street too, but the template looks up the segment only.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.TemplateWithoutToken;

public static class Template
{
    public static string Greeting(IReadOnlyDictionary<string, string> tokens) => "To our {segment} readers".Replace("{segment}", tokens["segment"]);
}

[ForPurpose("billing")]
public static class InvoiceTokens
{
    public static Dictionary<string, string> Of(Customer customer) => new()
    {
        ["segment"] = customer.Segment,
        ["street"] = customer.Street,
    };
}

[ForPurpose("newsletter")]
public static class LetterHead
{
    public static void Print(IReadOnlyDictionary<string, string> tokens)
    {
        var head = Template.Greeting(tokens);
        Use.Newsletter(head);
    }
}

public static class Case
{
    public static void Run() => LetterHead.Print(InvoiceTokens.Of(Customers.Ada()));
}
