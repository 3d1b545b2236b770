// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The layout hands a part of its model to a partial view two levels down.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.NestedPartial;

public sealed record PanelModel(string Heading, string LastTopic);

public sealed record SidebarModel(PanelModel Panel, IReadOnlyList<string> Links);

public sealed record DashboardModel(SidebarModel Sidebar);

public static class Html
{
    public static string Partial<TModel>(Func<TModel, string> view, TModel model) => "<div>" + view(model) + "</div>";
}

[ForPurpose("support")]
public sealed class DashboardController
{
    public DashboardModel Index(Customer customer) => new(new SidebarModel(new PanelModel("Last time", customer.Note), ["home"]));
}

public static class Views
{
    public static string Dashboard(DashboardModel model) => Html.Partial(Sidebar, model.Sidebar);

    private static string Sidebar(SidebarModel model) => string.Concat(model.Links) + Html.Partial(Offer, model.Panel);

    [ForPurpose("marketing")]
    private static string Offer(PanelModel model)
    {
        var topic = model.LastTopic; //! ECRM2002
        Use.Marketing(topic);
        return $"<h2>{model.Heading}</h2>More about {topic}";
    }
}

public static class Case
{
    public static void Run() => Views.Dashboard(new DashboardController().Index(Customers.Ada()));
}
