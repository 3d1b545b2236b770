// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: An attribute of an XML element is written by support, parsed again and read by marketing.
using System.Xml.Linq;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.XmlAttribute;

[ForPurpose("support")]
public static class ContactCard
{
    public static XElement Write(Customer customer)
    {
        var card = new XElement("card", new XAttribute("phone", customer.Phone ?? ""), new XElement("topic", "router"));
        return XDocument.Parse(card.ToString()).Root!;
    }
}

[ForPurpose("marketing")]
public static class CallList
{
    public static void Add(Customer customer)
    {
        var number = (string?)ContactCard.Write(customer).Attribute("phone"); //! ECRM2002
        Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run() => CallList.Add(Customers.Ada());
}
