// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The campaign fills a template with its own tokens; the note stands in the other set.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B08TokenNotInTemplate;

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
public static class AgentScreen
{
    public static void Show(Customer customer)
    {
        var tokens = new Dictionary<string, string> { ["name"] = customer.Name, ["last"] = customer.Note };
        Use.Support(TextTemplate.Fill("{{name}} told us: {{last}}", tokens));
    }
}

[ForPurpose("newsletter")]
public static class WinBackMail
{
    public static void Send(Customer customer)
    {
        var tokens = new Dictionary<string, string> { ["name"] = customer.Name, ["last"] = "long ago" };
        Use.Newsletter(TextTemplate.Fill("{{name}}, we met {{last}}", tokens));
    }
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        AgentScreen.Show(customer);
        WinBackMail.Send(customer);
    }
}
