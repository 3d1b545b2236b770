using Ethics.Crm.Decisions;

namespace Ethics.Crm.Contacts;

/// <summary>Opens contact scopes of one application.</summary>
internal sealed class ContactScopes(CrmHost host, IContactLog log) : IContactScopes
{
    public PurposeScope Enter(string purpose, string channel) => Enter([purpose], channel);

    public PurposeScope Enter(string[] purposes, string channel)
    {
        if (string.IsNullOrWhiteSpace(channel))
            throw new ArgumentException("Name the channel.", nameof(channel));
        if (log is not ISynchronousContactLog asked)
        {
            throw new InvalidOperationException(
                $"'{log.GetType()}' is registered as {nameof(IContactLog)}, and reads cannot ask it, because they cannot wait for a task. Let it implement {nameof(ISynchronousContactLog)} too, or open an ordinary scope and ask {nameof(IContactLog.TryContactAsync)} before each send.");
        }

        // The build would answer in its place, and knows no contacts.
        if (!host.IsRunning)
            throw new InvalidOperationException(CrmHost.NotRunning);
        var contact = new ContactUnderWay(host, asked, channel);
        var scope = PurposeScope.Enter(JudgingHost.Contacting(host, contact), purposes);
        contact.Scope = scope;
        return scope;
    }
}
