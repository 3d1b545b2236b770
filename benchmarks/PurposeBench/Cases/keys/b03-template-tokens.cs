// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: A text made from a template holds the values of its tokens.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B03TemplateTokens;

public static class TextTemplate
{
    public static string Fill(string template, IReadOnlyDictionary<string, string> tokens)
    {
        foreach (var (token, value) in tokens)
            template = template.Replace("{{" + token + "}}", value, StringComparison.Ordinal);
        return template;
    }
}

[ForPurpose("support")]
public static class CaseSummary
{
    public static string Of(Customer customer)
    {
        var tokens = new Dictionary<string, string> { ["name"] = customer.Name, ["last"] = customer.Note };
        return TextTemplate.Fill("{{name}} told us: {{last}}", tokens);
    }
}

[ForPurpose("newsletter")]
public static class WinBackMail
{
    public static void Send(Customer customer)
    {
        var body = CaseSummary.Of(customer); //! ECRM2002
        Use.Newsletter(body);
    }
}

public static class Case
{
    public static void Run() => WinBackMail.Send(Customers.Ada());
}
