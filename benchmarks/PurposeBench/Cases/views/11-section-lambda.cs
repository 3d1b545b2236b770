// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The page defines a section; the layout runs it later and gets its text.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.SectionLambda;

public sealed class Layout
{
    private readonly Dictionary<string, Func<Task<string>>> _sections = [];

    public void DefineSection(string name, Func<Task<string>> section) => _sections[name] = section;

    [ForPurpose("newsletter")]
    public async Task RenderAsync()
    {
        if (!_sections.TryGetValue("teaser", out var section))
            return;
        var teaser = await section(); //! ECRM2002
        Use.Newsletter($"<section>{teaser}</section>");
    }
}

[ForPurpose("support")]
public static class TicketPage
{
    public static void Define(Layout layout, Customer customer)
    {
        var topic = customer.Note;
        layout.DefineSection("teaser", () => Task.FromResult("Last topic: " + topic));
    }
}

public static class Case
{
    public static Task Run()
    {
        var layout = new Layout();
        TicketPage.Define(layout, Customers.Ada());
        return layout.RenderAsync();
    }
}
