// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A dynamic record and its dictionary are one object.
using System.Dynamic;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.DynamicRecord;

[ForPurpose("support")]
public static class CallCentre
{
    public static ExpandoObject Record(Customer customer)
    {
        dynamic record = new ExpandoObject();
        record.Queue = "second level";
        record.Mobile = customer.Phone;
        return record;
    }
}

[ForPurpose("marketing")]
public static class TextMessages
{
    public static void Send(IDictionary<string, object?> record)
    {
        var to = record["Mobile"] as string; //! ECRM2002
        Use.Marketing($"sms:{to}");
    }
}

public static class Case
{
    public static void Run() => TextMessages.Send(CallCentre.Record(Customers.Ada()));
}
