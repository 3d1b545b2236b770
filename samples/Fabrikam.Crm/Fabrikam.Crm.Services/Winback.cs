#if MISUSE
using Ethics.Crm;
using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

/// <summary>A campaign in code, for a number that was given to the support desk.</summary>
[ForPurpose(Purposes.Newsletter)]
internal sealed class Winback(ITextGateway texts)
{
    // The label stands in another project than this read.
    public Task SendAsync(Contact contact) => texts.TextAsync(contact.Phone ?? "", "We miss you");

    public Task SendAsync(string number) => texts.TextAsync(number, "We miss you");
}

/// <summary>Reads for support, as it may, and hands the value on.</summary>
[ForPurpose(Purposes.Support)]
internal sealed class CallList(Winback winback)
{
    public Task CloseAsync(Contact contact) => Remind(contact.Phone ?? "");

    private Task Remind(string number) => winback.SendAsync(number);
}
#endif
