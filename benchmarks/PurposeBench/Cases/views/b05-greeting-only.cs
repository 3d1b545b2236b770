// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The view writes the other property of its model.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B05GreetingOnly;

public sealed class CampaignPage
{
    public string Greeting { get; init; } = "";

    public string? CallBack { get; init; }
}

public abstract class View<TModel>(TModel model)
{
    private readonly StringWriter _output = new();

    protected TModel Model { get; } = model;

    protected void WriteLiteral(string html) => _output.Write(html);

    protected void Write(object? value) => _output.Write(value);

    protected abstract void Execute();

    public string Render()
    {
        Execute();
        return _output.ToString();
    }
}

[ForPurpose("newsletter")]
public sealed class CampaignView(CampaignPage model) : View<CampaignPage>(model)
{
    protected override void Execute()
    {
        WriteLiteral("<h1>Dear ");
        Write(Model.Greeting);
        WriteLiteral("</h1>");
    }
}

[ForPurpose("newsletter")]
public static class CampaignMail
{
    public static void Send(CampaignPage page) => Use.Newsletter(new CampaignView(page).Render());
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        CampaignMail.Send(new CampaignPage { Greeting = customer.Name, CallBack = customer.Phone });
    }
}
