// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Markup is built as an object and becomes text where it is written.
using System.Text.Encodings.Web;
using Ethics.Crm;
using Microsoft.AspNetCore.Html;

namespace PurposeBench.Cases.Views.HtmlContent;

[ForPurpose("support")]
public static class ContactTag
{
    public static IHtmlContent Build(Customer customer)
    {
        var content = new HtmlContentBuilder();
        content.AppendHtml("<address>").AppendFormat("{0} ({1})", customer.Email, customer.Segment).AppendHtml("</address>");
        return content;
    }
}

public static class Markup
{
    public static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

[ForPurpose("newsletter")]
public static class Footer
{
    public static void Render(IHtmlContent address)
    {
        var html = Markup.Text(address); //! ECRM2002
        Use.Newsletter("<footer>" + html + "</footer>");
    }
}

public static class Case
{
    public static void Run() => Footer.Render(ContactTag.Build(Customers.Ada()));
}
