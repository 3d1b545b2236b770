using Ethics.Crm.Decisions;
using Ethics.Crm.DependencyInjection;

namespace Ethics.Crm.Http;

/// <summary>Whether the policy knows the recipient of a client: found out at start, and not when the first customer's data is to leave.</summary>
internal sealed class RecipientCheck(CrmHost host, string client, string recipient) : IPolicyCheck
{
    public void Check()
    {
        var known = host.Table.Document.Recipients.Keys;
        if (known.Contains(recipient))
            return;
        throw new InvalidOperationException(
            $"The HTTP client '{client}' discloses to '{recipient}', which is no recipient of the policy. It names: {(known.Any() ? string.Join(", ", known.OrderBy(static one => one, StringComparer.Ordinal)) : "none")}.");
    }
}
