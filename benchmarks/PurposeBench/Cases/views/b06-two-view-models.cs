// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Of two models of one type the newsletter's view gets the one without a number.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B06TwoViewModels;

public sealed class ContactCard
{
    public string Title { get; set; } = "";

    public string Line { get; set; } = "";
}

[ForPurpose("support")]
public sealed class AgentView(ContactCard model)
{
    public void Execute() => Use.Support("<dt>" + model.Title + "</dt><dd>" + model.Line + "</dd>");
}

[ForPurpose("newsletter")]
public sealed class FooterView(ContactCard model)
{
    public void Execute() => Use.Newsletter("<footer>" + model.Title + ": " + model.Line + "</footer>");
}

public static class CardController
{
    public static void Show(Customer customer)
    {
        var caller = new ContactCard { Title = "Caller" };
        var imprint = new ContactCard { Title = "Fabrikam" };
        caller.Line = customer.Phone ?? "";
        imprint.Line = "Main Street 1";
        new AgentView(caller).Execute();
        new FooterView(imprint).Execute();
    }
}

public static class Case
{
    public static void Run() => CardController.Show(Customers.Ada());
}
