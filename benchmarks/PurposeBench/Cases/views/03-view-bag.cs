// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The controller leaves the number in the view bag; the banner of the layout takes it out again.
using System.Dynamic;
using Ethics.Crm;

namespace PurposeBench.Cases.Views.ViewBag;

public abstract class Controller
{
    private readonly ExpandoObject _bag = new();

    public dynamic ViewBag => _bag;
}

[ForPurpose("support")]
public sealed class TicketController : Controller
{
    public void Index(Customer customer)
    {
        ViewBag.Title = "Your tickets";
        ViewBag.CallBack = customer.Phone;
    }
}

[ForPurpose("marketing")]
public static class Banner
{
    public static string Render(dynamic bag)
    {
        string number = bag.CallBack; //! ECRM2002
        var html = $"<aside>May we call {number} with an offer?</aside>";
        Use.Marketing(html);
        return html;
    }
}

public static class Case
{
    public static void Run()
    {
        var controller = new TicketController();
        controller.Index(Customers.Ada());
        Banner.Render(controller.ViewBag);
    }
}
