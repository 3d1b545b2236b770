// verdict: violation
// origin: open
// channel: stored:LateRecord.newsletteraddress
// source: Customer.Email
// proof: reaches
// why: Writing under a key that the policy labels is a store into a labelled member, and this one is for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.StoreUnderKey;

public sealed class LateRecord
{
    private readonly Dictionary<string, object?> _values = [];

    public object? this[string attributeName]
    {
        get => _values.GetValueOrDefault(attributeName);
        set => _values[attributeName] = value;
    }
}

[ForPurpose("support")]
public static class Convert
{
    public static void Copy(Customer customer, LateRecord target)
    {
        var address = customer.Email;
        target["industry"] = customer.Segment;
        target["newsletteraddress"] = address; //! ECRM2007
    }
}

public static class Case
{
    public static void Run()
    {
        var record = new LateRecord();
        Convert.Copy(Customers.Ada(), record);
        Use.Stored("LateRecord.newsletteraddress", record["newsletteraddress"]);
    }
}
