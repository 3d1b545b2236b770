using System.Text;
using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.Contacts;

/// <summary>Contacts that are known as long as a limit can count them, and the process lives. Asked and recorded under the lock of what people decide: none of it can change in between.</summary>
internal sealed class InMemoryContactLog(CrmHost host, IOptions<EthicsCrmOptions> options, IServiceProvider services) : IContactLog, ISynchronousContactLog
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
        return Task.FromResult(TryContact(Guid.Empty, [subject], [purpose], channel));
    }

    public PurposeDecision TryContact(Guid contact, IReadOnlyList<SubjectKey> subjects, IReadOnlyList<string> purposes, string channel)
    {
        if (string.IsNullOrWhiteSpace(channel))
            throw new ArgumentException("Name the channel.", nameof(channel));
        if (purposes is null || purposes.Count == 0)
            throw new ArgumentException("Name what the contact is for.", nameof(purposes));
        if (host.PolicyOrNull is not { Table: var table })
            return Refused(CrmHost.NotRunning, Refusal.PolicyUnavailable, Remedies.Start);
        foreach (var purpose in purposes)
        {
            if (string.IsNullOrWhiteSpace(purpose) || !table.Document.Purposes.ContainsKey(purpose))
                return Refused($"the policy does not know the purpose '{purpose}'", Refusal.UnknownPurpose, Remedies.OfUnknownPurpose(table, purpose ?? ""));
        }

        if (subjects is null || subjects.Count == 0 || subjects.Any(static one => string.IsNullOrEmpty(one.Id) || string.IsNullOrEmpty(one.SubjectType)))
            return OfPerson(table, purposes[0], Refusal.SubjectUnknown);
        var terms = purposes.SelectMany(purpose => ContactTerms.Of(table, purpose)).GroupBy(static one => one.Key).Select(static same => same.First()).ToList();
        if (terms.Find(t => t.Value.Channels.Count > 0 && !t.Value.Channels.Contains(channel)) is { Key: not null } elsewhere)
            return Refused($"'{elsewhere.Key}' contacts nobody by '{channel}'", Refusal.NotPermitted, $"Use {string.Join(" or ", elsewhere.Value.Channels)}, or add it to \"channels\" in the policy, and tell people.");

        var keepsHours = terms.Exists(static t => t.Value.QuietHours is not null);
        var asked = subjects.Select(host.Normalise).Distinct().ToList();
        var zones = new Dictionary<SubjectKey, TimeZoneInfo?>();
        var id = contact == Guid.Empty ? Guid.NewGuid() : contact;
        while (true)
        {
            List<SubjectKey> missing;
            lock (host.Sync)
            {
                // Of all keys of each person. Asked again where one has come to them meanwhile.
                missing = keepsHours ? asked.SelectMany(Keys).Distinct().Where(key => !zones.ContainsKey(key)).ToList() : [];
                if (missing.Count == 0)
                {
                    var time = _contacts.Time();
                    // What people decided is asked with the clock as well, which may be one that contacts somebody: nothing is asked between the count and the record.
                    if (asked.Select(key => AgainstPerson(key, purposes, table)).FirstOrDefault(static one => one is not null) is { } refused)
                        return refused;
                    if (asked.Select(key => AgainstTerms(id, key, zones, channel, terms, time.Now)).FirstOrDefault(static one => one is not null) is { } against)
                        return against;
                    foreach (var key in asked)
                        Record(id, key, purposes, channel, table, time);
                    return new PurposeDecision(true, $"the person may be contacted for '{string.Join("', '", purposes)}' by '{channel}'", null);
                }
            }

            // The application's own code: not under the lock.
            foreach (var key in missing)
                zones[key] = options.Value.TimeZone?.Invoke(services, key);
        }
    }

    /// <summary>The lock is held.</summary>
    private PurposeDecision? AgainstPerson(SubjectKey key, IReadOnlyList<string> purposes, PolicyTable table)
    {
        foreach (var purpose in purposes)
        {
            if (host.StandingOf(key, purpose, table.Document.Purposes[purpose], table).Refusal is { } refusal)
                return OfPerson(table, purpose, refusal);
        }

        return null;
    }

    /// <summary>The lock is held.</summary>
    private PurposeDecision? AgainstTerms(Guid id, SubjectKey key, Dictionary<SubjectKey, TimeZoneInfo?> zones, string channel, List<KeyValuePair<string, PurposeEntry>> terms, DateTimeOffset now)
    {
        foreach (var (name, entry) in terms.Select(static t => (t.Key, t.Value)))
        {
            if (entry.QuietHours is not { } hours)
                continue;
            // Of several keys of one person the most restrictive wins. One that says no zone says nothing of the others.
            var isKnown = zones[key] is not null;
            if (!isKnown || Keys(key).Any(one => zones[one] is { } zone && ContactTerms.IsQuiet(hours, TimeZoneInfo.ConvertTime(now, zone))))
            {
                return !isKnown
                    ? Refused($"'{name}' keeps quiet hours, and what time it is for the person is not known", Refusal.QuietHours, "Let EthicsCrmOptions.TimeZone tell the person's time zone.")
                    : Refused($"'{name}' contacts nobody between {hours.Replace("/", " and ")}, and it is that time for the person", Refusal.QuietHours, "Wait until the quiet hours are over.");
            }
        }

        // However many records there are of a person, it is one who is contacted. What has been recorded of this contact is no other one.
        foreach (var (name, entry) in terms.Select(static t => (t.Key, t.Value)))
        {
            if (entry.Frequency is { } frequency && !ContactTerms.Fits(frequency, period => Keys(key).Sum(one => _contacts.CountOf(one, Way(channel), name, period, now, id))))
                return Refused($"'{name}' contacts a person at most {frequency.Replace("/", " times in ")} by one channel", Refusal.Frequency, "Wait until there is room for another.");
        }

        return null;
    }

    private void Record(Guid id, SubjectKey key, IReadOnlyList<string> purposes, string channel, PolicyTable table, (DateTimeOffset Now, long Stamp) time)
    {
        if (_contacts.Find(Keys(key), Way(channel), id) is { } recorded)
            _contacts.Extend(recorded, purposes);
        else
            _contacts.Add(id, key, Way(channel), purposes, table, time);
    }

    /// <summary>A channel by which people are counted. Nothing says how a word is spelled that no list names, and a limit must not be doubled by another spelling of the same.</summary>
    private static string Way(string channel)
    {
        try
        {
            // The same letters may be composed in several ways, and look the same.
            channel = channel.Normalize(NormalizationForm.FormKC);
        }
        catch (Exception e) when (e is ArgumentException or PlatformNotSupportedException)
        {
            // Half a letter: a word that nobody reads, but one as well as another. Or a system that knows no such thing.
        }

        return channel.Trim().ToUpperInvariant();
    }

    private IEnumerable<SubjectKey> Keys(SubjectKey key) => host.SameAs(key).Prepend(key);

    private static PurposeDecision OfPerson(PolicyTable table, string purpose, Refusal refusal) =>
        Refused($"'{purpose}' was asked for, {Reasons.OfPerson(refusal)}", refusal, Remedies.OfPerson(refusal, purpose, table.Document.Purposes[purpose].DirectMarketing));

    private static PurposeDecision Refused(string reason, Refusal refusal, string remedy) => new(false, reason, null) { Refusal = refusal, Remedy = remedy };
}
