// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The layout makes a smaller model for the partial view, without the topic.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.TrimmedPartial;

public sealed record PanelModel(string Heading, string? LastTopic);

public sealed record DashboardModel(PanelModel Panel);

[ForPurpose("support")]
public sealed class DashboardController
{
    public DashboardModel Index(Customer customer) => new(new PanelModel("Last time", customer.Note));
}

public static class Views
{
    public static string Dashboard(DashboardModel model) => Offer(model.Panel with { LastTopic = null });

    [ForPurpose("marketing")]
    private static string Offer(PanelModel model)
    {
        var topic = model.LastTopic ?? "our products";
        Use.Marketing(topic);
        return $"<h2>{model.Heading}</h2>More about {topic}";
    }
}

public static class Case
{
    public static void Run() => Views.Dashboard(new DashboardController().Index(Customers.Ada()));
}
