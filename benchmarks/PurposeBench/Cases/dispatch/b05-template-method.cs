// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: differs
// why: The template method calls a step that one report overrides; analytics runs the report whose step counts.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.TemplateMethod;

public abstract class Report<TLine>
{
    public string Run(IReadOnlyList<Customer> customers)
    {
        var lines = new List<TLine>();
        foreach (var customer in customers)
            lines.Add(Line(customer));
        return Title + string.Join(';', lines);
    }

    protected virtual string Title => "";

    protected abstract TLine Line(Customer customer);
}

[ForPurpose("support")]
public sealed class NotesReport : Report<string>
{
    protected override string Title => "Notes: ";

    protected override string Line(Customer customer) => customer.Note;
}

[ForPurpose("analytics")]
public sealed class ContactsReport : Report<int>
{
    protected override int Line(Customer customer) => customer.Contacts.Count;
}

public static class Case
{
    public static void Run()
    {
        List<Customer> customers = [Customers.Ada()];
        Support(customers);
        Analyse(customers);
    }

    [ForPurpose("support")]
    private static void Support(List<Customer> customers) => Use.Support(new NotesReport().Run(customers));

    [ForPurpose("analytics")]
    private static void Analyse(List<Customer> customers) => Use.Analytics(new ContactsReport().Run(customers));
}
