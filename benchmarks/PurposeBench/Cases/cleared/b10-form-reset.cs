// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The form is filled afresh, with nobody's data, before the kiosk prints it.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B10FormReset;

public sealed class ReceiptForm
{
    public string Topic { get; private set; } = "";

    public string ReplyTo { get; private set; } = "";

    public void Fill(string topic, string replyTo) => (Topic, ReplyTo) = (topic, replyTo);

    public void Reset() => Fill("Our newsletter", "news@fabrikam.example");
}

[ForPurpose("billing")]
public static class CashDesk
{
    public static void Print(ReceiptForm form, Customer payer)
    {
        form.Fill("Receipt", payer.Email);
        Use.Billing(form.ReplyTo);
    }
}

[ForPurpose("newsletter")]
public static class Kiosk
{
    public static void Print(ReceiptForm form) => Use.Newsletter($"{form.Topic}: {form.ReplyTo}");
}

public static class Case
{
    public static void Run()
    {
        var form = new ReceiptForm();
        CashDesk.Print(form, Customers.Ada());
        form.Reset();
        Kiosk.Print(form);
    }
}
