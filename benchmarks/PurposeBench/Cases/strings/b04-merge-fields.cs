// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: One template engine fills both letters; the note goes into the one that support writes.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.MergeFields;

public static class Template
{
    public static string Fill(string text, string field, string value) => text.Replace("{{" + field + "}}", value, StringComparison.Ordinal);
}

[ForPurpose("support")]
public static class FollowUp
{
    public static void Write(Customer customer) => Use.Support(Template.Fill("You told us: {{note}}", "note", customer.Note));
}

[ForPurpose("newsletter")]
public static class SpringIssue
{
    public static void Write(Customer customer) => Use.Newsletter(Template.Fill("Dear {{name}}, spring is here. {{note}}", "name", customer.Name));
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        FollowUp.Write(ada);
        SpringIssue.Write(ada);
    }
}
