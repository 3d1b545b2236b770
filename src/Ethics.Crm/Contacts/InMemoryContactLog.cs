using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.Contacts;

/// <summary>Contacts that are known as long as a limit can count them, and the process lives. Asked and recorded under the lock of what people decide: none of it can change in between.</summary>
internal sealed class InMemoryContactLog(CrmHost host, IOptions<EthicsCrmOptions> options, IServiceProvider services) : IContactLog
{
    private readonly KnownContacts _contacts = new(host.Clock);

    /// <summary>How many contacts are known.</summary>
    internal int Known
    {
        get
        {
            lock (host.Sync)
                return _contacts.Count;
        }
    }

    public Task<PurposeDecision> TryContactAsync(SubjectKey subject, string purpose, string channel, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(channel))
            throw new ArgumentException("Name the channel.", nameof(channel));
        return Task.FromResult(Try(subject, purpose, channel));
    }

    private PurposeDecision Try(SubjectKey subject, string purpose, string channel)
    {
        if (host.PolicyOrNull is not { Table: var table })
            return Refused(CrmHost.NotRunning, Refusal.PolicyUnavailable, Remedies.Start);
        if (string.IsNullOrWhiteSpace(purpose) || !table.Document.Purposes.TryGetValue(purpose, out var declared))
            return Refused($"the policy does not know the purpose '{purpose}'", Refusal.UnknownPurpose, Remedies.OfUnknownPurpose(table, purpose ?? ""));
        if (string.IsNullOrEmpty(subject.Id) || string.IsNullOrEmpty(subject.SubjectType))
            return OfPerson(Refusal.SubjectUnknown);
        var terms = ContactTerms.Of(table, purpose).ToList();
        if (terms.Find(t => t.Value.Channels.Count > 0 && !t.Value.Channels.Contains(channel)) is { Key: not null } elsewhere)
            return Refused($"'{elsewhere.Key}' contacts nobody by '{channel}'", Refusal.NotPermitted, $"Use {string.Join(" or ", elsewhere.Value.Channels)}, or add it to \"channels\" in the policy, and tell people.");

        var key = host.Normalise(subject);
        // The application's own code: not under the lock.
        var zone = terms.Exists(static t => t.Value.QuietHours is not null) ? options.Value.TimeZone?.Invoke(services, key) : null;
        lock (host.Sync)
        {
            if (host.StandingOf(key, purpose, declared, table).Refusal is { } refusal)
                return OfPerson(refusal);
            var now = host.Clock.GetUtcNow();
            foreach (var (name, entry) in terms.Select(static t => (t.Key, t.Value)))
            {
                if (entry.QuietHours is { } hours && (zone is null || ContactTerms.IsQuiet(hours, TimeZoneInfo.ConvertTime(now, zone))))
                {
                    return zone is null
                        ? Refused($"'{name}' keeps quiet hours, and what time it is for the person is not known", Refusal.QuietHours, "Let EthicsCrmOptions.TimeZone tell the person's time zone.")
                        : Refused($"'{name}' contacts nobody between {hours.Replace("/", " and ")}, and it is that time for the person", Refusal.QuietHours, "Wait until the quiet hours are over.");
                }
            }

            // However many records there are of a person, it is one who is contacted.
            var known = host.SameAs(key).Prepend(key).SelectMany(one => _contacts.Of(one, channel)).ToList();
            foreach (var (name, entry) in terms.Select(static t => (t.Key, t.Value)))
            {
                if (entry.Frequency is { } frequency && !ContactTerms.Fits(frequency, known.Where(c => ConsentStanding.Covers(name, c.Purpose)).Select(static c => c.At), now))
                    return Refused($"'{name}' contacts a person at most {frequency.Replace("/", " times in ")} by one channel", Refusal.Frequency, "Wait until there is room for another.");
            }

            _contacts.Add(key, channel, purpose, table);
            return new PurposeDecision(true, $"the person may be contacted for '{purpose}' by '{channel}'", null);
        }

        PurposeDecision OfPerson(Refusal refusal) =>
            Refused($"'{purpose}' was asked for, {Reasons.OfPerson(refusal)}", refusal, Remedies.OfPerson(refusal, purpose, declared.DirectMarketing));
    }

    private static PurposeDecision Refused(string reason, Refusal refusal, string remedy) => new(false, reason, null) { Refusal = refusal, Remedy = remedy };
}
