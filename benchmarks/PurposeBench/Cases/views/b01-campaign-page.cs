// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The view writes what an action put into its model.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B01CampaignPage;

public sealed class CampaignPage
{
    public string Greeting { get; set; } = "";

    public string? CallBack { get; set; }
}

public abstract class View<TModel>(TModel model)
{
    protected TModel Model { get; } = model;

    protected StringBuilder Output { get; } = new();

    protected void WriteLiteral(string html) => Output.Append(html);

    protected void Write(object? value) => Output.Append(System.Net.WebUtility.HtmlEncode(value?.ToString()));

    public abstract Task ExecuteAsync();
}

[ForPurpose("newsletter")]
public sealed class CampaignView(CampaignPage model) : View<CampaignPage>(model)
{
    public override Task ExecuteAsync()
    {
        WriteLiteral("<h1>Dear ");
        Write(Model.Greeting);
        WriteLiteral("</h1><a href=\"tel:");
        Write(Model.CallBack); //! ECRM2002
        WriteLiteral("\">call us back</a>");
        Use.Newsletter(Output.ToString());
        return Task.CompletedTask;
    }
}

public static class Case
{
    public static Task Run()
    {
        var customer = Customers.Ada();
        return new CampaignView(new CampaignPage { Greeting = customer.Name, CallBack = customer.Phone }).ExecuteAsync();
    }
}
