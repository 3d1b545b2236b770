// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The layout writes what the page left in the view data.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B02ViewData;

public sealed class ViewContext
{
    public Dictionary<string, object?> ViewData { get; } = [];

    public StringWriter Writer { get; } = new();
}

[ForPurpose("support")]
public sealed class TicketPage(ViewContext context, Customer model)
{
    public void Execute()
    {
        context.ViewData["Title"] = "Ticket: " + model.Note;
        context.Writer.Write("<p>open</p>");
    }
}

[ForPurpose("marketing")]
public sealed class BannerLayout(ViewContext context)
{
    public void Execute()
    {
        context.Writer.Write("<title>");
        var title = context.ViewData["Title"]; //! ECRM2002
        context.Writer.Write(title);
        context.Writer.Write("</title>");
        Use.Marketing(context.Writer.ToString());
    }
}

public static class Case
{
    public static void Run()
    {
        var context = new ViewContext();
        new TicketPage(context, Customers.Ada()).Execute();
        new BannerLayout(context).Execute();
    }
}
