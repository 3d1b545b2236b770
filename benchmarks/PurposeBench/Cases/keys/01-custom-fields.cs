// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Custom fields lie under text keys; the newsletter asks for the key that support filled.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.CustomFields;

public sealed class CustomFields
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string key, object? value) => _values[key] = value;

    public T? Get<T>(string key) => _values.TryGetValue(key, out var value) && value is T typed ? typed : default;
}

[ForPurpose("support")]
public static class TicketIntake
{
    public static void Fill(CustomFields fields, Customer customer)
    {
        fields.Set("contact_mail", customer.Email);
        fields.Set("segment", customer.Segment);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(CustomFields fields) => Use.Newsletter(fields.Get<string>("contact_mail")); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var fields = new CustomFields();
        TicketIntake.Fill(fields, Customers.Ada());
        Issue.Send(fields);
    }
}
