// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What the compiler makes of a Razor page: an override that writes members of its model.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.RazorPage;

public sealed class WelcomeModel
{
    public string Title { get; set; } = "";

    public string Reader { get; set; } = "";
}

public abstract class Page<TModel>
{
    private readonly StringWriter _output = new();

    public required TModel Model { get; init; }

    public async Task<string> RenderAsync()
    {
        await ExecuteAsync();
        return _output.ToString();
    }

    protected abstract Task ExecuteAsync();

    protected void WriteLiteral(string markup) => _output.Write(markup);

    protected void Write(object? value)
    {
        Use.Newsletter(value);
        _output.Write(System.Net.WebUtility.HtmlEncode(value?.ToString()));
    }
}

[ForPurpose("newsletter")]
public sealed class WelcomePage : Page<WelcomeModel>
{
    protected override Task ExecuteAsync()
    {
        WriteLiteral("<h1>");
        Write(Model.Title);
        WriteLiteral("</h1><p>");
        Write(Model.Reader); //! ECRM2002
        WriteLiteral("</p>");
        return Task.CompletedTask;
    }
}

[ForPurpose("support")]
public static class Models
{
    public static WelcomeModel For(Customer customer) => new() { Title = "Welcome", Reader = customer.Email };
}

public static class Case
{
    public static Task Run() => new WelcomePage { Model = Models.For(Customers.Ada()) }.RenderAsync();
}
