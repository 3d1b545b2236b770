// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Only one of the two ways masks the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B01MaskOnlyInDrafts;

public static class Redaction
{
    [Anonymizes("nothing of the address is left")]
    public static string Mask(string value) => new('*', 8);
}

[ForPurpose("newsletter")]
public static class Preview
{
    public static void Show(string line) => Use.Newsletter(line);
}

public static class Editor
{
    public static void Render(Customer customer, bool draft)
    {
        var line = draft ? Redaction.Mask(customer.Email) : customer.Email;
        Preview.Show(line); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Editor.Render(Customers.Ada(), draft: false);
}
