// verdict: clean
// origin: blind
// channel: recipient:mailhouse
// source: Customer.Note
// proof: differs
// why: Only the address is declared to leave; the remark that is passed beside it stays with support.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B11RemarkBesideParcel;

[ForPurpose("support")]
public sealed class CallLog
{
    public void Keep(string remark) => Use.Support(remark);
}

public sealed class CatalogueDispatch(CallLog log)
{
    public async Task SendAsync([DisclosesTo("mailhouse")] string address, string remark)
    {
        await MailHouse.SendAsync(address);
        log.Keep(remark);
    }
}

public sealed class CatalogueRequests(CatalogueDispatch dispatch)
{
    public Task AnswerAsync(Customer caller) => dispatch.SendAsync(caller.NewsletterEmail, caller.Note);
}

public static class Case
{
    public static async Task Run() => await new CatalogueRequests(new CatalogueDispatch(new CallLog())).AnswerAsync(Customers.Ada());
}
