// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: A template is filled from a dictionary of tokens; the text then holds the street.
using System.Text.RegularExpressions;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.TokenTemplate;

public static class Template
{
    public static string Fill(string text, IReadOnlyDictionary<string, string> tokens) =>
        Regex.Replace(text, @"\{\{(\w+)\}\}", match => tokens.GetValueOrDefault(match.Groups[1].Value, ""));
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
        var head = Template.Fill("To our {{segment}} readers in {{street}}", tokens); //! ECRM2002
        Use.Newsletter(head);
    }
}

public static class Case
{
    public static void Run() => LetterHead.Print(InvoiceTokens.Of(Customers.Ada()));
}
