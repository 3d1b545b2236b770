// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: A partial view that declares nothing reads the model for the page that renders it.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B03AddressPartial;

public sealed class AddressPartial(TextWriter output, Customer model)
{
    public void Execute()
    {
        output.Write("<address>");
        output.Write(model.Name);
        output.Write("<br>");
        output.Write(model.Street); //! ECRM2003
        output.Write("</address>");
    }
}

[ForPurpose("newsletter")]
public sealed class CataloguePage(Customer model)
{
    public void Execute()
    {
        using var output = new StringWriter();
        output.Write("<h1>Our catalogue</h1>");
        new AddressPartial(output, model).Execute();
        Use.Newsletter(output.ToString());
    }
}

public static class Case
{
    public static void Run() => new CataloguePage(Customers.Ada()).Execute();
}
