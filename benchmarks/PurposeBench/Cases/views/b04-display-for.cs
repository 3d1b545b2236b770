// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The helper of the page calls the lambda that names the member to show.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B04DisplayFor;

public sealed class HtmlHelper<TModel>(TModel model)
{
    public string DisplayFor<TValue>(Func<TModel, TValue> member) => "<span>" + member(model) + "</span>";
}

[ForPurpose("newsletter")]
public sealed class UnsubscribePage(Customer model)
{
    private readonly HtmlHelper<Customer> _html = new(model);

    public void Execute()
    {
        var output = new StringWriter();
        output.Write("<p>You get this because we know ");
        output.Write(_html.DisplayFor(m => m.Email)); //! ECRM2001
        output.Write("</p>");
        Use.Newsletter(output.ToString());
    }
}

public static class Case
{
    public static void Run() => new UnsubscribePage(Customers.Ada()).Execute();
}
