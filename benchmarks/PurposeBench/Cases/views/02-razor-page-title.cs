// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The same page with the same model; it writes the title only.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.RazorPageTitle;

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

    protected void Write(object? value) => _output.Write(System.Net.WebUtility.HtmlEncode(value?.ToString()));
}

[ForPurpose("newsletter")]
public sealed class WelcomePage : Page<WelcomeModel>
{
    protected override Task ExecuteAsync()
    {
        Write(Model.Title);
        return Task.CompletedTask;
    }
}

[ForPurpose("support")]
public static class Models
{
    public static WelcomeModel For(Customer customer) => new() { Title = "Welcome", Reader = customer.Email };
}

[ForPurpose("newsletter")]
public static class Preview
{
    public static async Task ShowAsync(WelcomeModel model) => Use.Newsletter(await new WelcomePage { Model = model }.RenderAsync());
}

public static class Case
{
    public static Task Run() => Preview.ShowAsync(Models.For(Customers.Ada()));
}
