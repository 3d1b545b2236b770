// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The partial view that the newsletter renders writes the name; another one writes the street.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B08PartialReadsName;

public sealed class NamePartial(TextWriter output, Customer model)
{
    public void Execute()
    {
        output.Write("<b>");
        output.Write(model.Name);
        output.Write("</b>");
    }
}

public sealed class AddressPartial(TextWriter output, Customer model)
{
    public void Execute()
    {
        new NamePartial(output, model).Execute();
        output.Write("<br>");
        output.Write(model.Street);
    }
}

[ForPurpose("billing")]
public static class InvoicePage
{
    public static void Execute(Customer model)
    {
        var output = new StringWriter();
        new AddressPartial(output, model).Execute();
        Use.Billing(output.ToString());
    }
}

[ForPurpose("newsletter")]
public static class CataloguePage
{
    public static void Execute(Customer model)
    {
        var output = new StringWriter();
        new NamePartial(output, model).Execute();
        Use.Newsletter(output.ToString());
    }
}

public static class Case
{
    public static void Run()
    {
        InvoicePage.Execute(Customers.Ada());
        CataloguePage.Execute(Customers.Ada());
    }
}
