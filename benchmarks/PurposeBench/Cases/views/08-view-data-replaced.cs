// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A filter replaces what the controller left in the view data before the banner is rendered.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.ViewDataReplaced;

[ForPurpose("support")]
public static class TicketController
{
    public static void Index(IDictionary<string, object?> viewData, Customer customer)
    {
        viewData["number"] = customer.Phone;
        Use.Support(viewData["number"]);
    }
}

public static class ResultFilter
{
    public static void OnResultExecuting(IDictionary<string, object?> viewData) => viewData["number"] = "0800 1000";
}

[ForPurpose("marketing")]
public static class Banner
{
    public static void Render(IDictionary<string, object?> viewData) => Use.Marketing($"Call {viewData["number"]}");
}

public static class Case
{
    public static void Run()
    {
        var viewData = new Dictionary<string, object?>();
        TicketController.Index(viewData, Customers.Ada());
        ResultFilter.OnResultExecuting(viewData);
        Banner.Render(viewData);
    }
}
