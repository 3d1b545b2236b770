using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Disclosures;

/// <summary>
/// An application while it writes something that leaves for a recipient. In a scope of this host each read is judged for the recipient too, also in code that opens
/// a purpose of its own inside, and what was read is noted.
/// </summary>
internal sealed class DisclosingHost(CrmHost application, string recipient) : GateHost
{
    private readonly HashSet<(SubjectKey Subject, string Member, object? CollectedAt)> _read = [];

    public string Recipient => recipient;

    public override bool IsRunning => application.IsRunning;

    public override bool JudgesEachRead => true;

    /// <summary>The application behind a host; null for none.</summary>
    public static CrmHost? ApplicationOf(GateHost? host) => host as CrmHost ?? (host as DisclosingHost)?.Application;

    private CrmHost Application => application;

    public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key) => application.Bind(binder, key);

    /// <summary>The same, with notes of its own.</summary>
    public DisclosingHost ForOneContent() => new(application, recipient);

    /// <param name="collectedAt">When the value was obtained, if the member tells it: the same content may be sent again, when its object is no longer at hand.</param>
    public void Note(GuardedMember member, People people, object? collectedAt)
    {
        // By its full name: two types may share a short one.
        var name = member.Labels.Count > 0 ? member.Labels[0].Member : member.Member;
        lock (_read)
        {
            if (people.IsUnknown)
                _read.Add((default, name, collectedAt));
            foreach (var person in people.Persons)
                _read.Add((person, name, collectedAt));
        }
    }

    /// <summary>What has been read so far; a subject without id is somebody unknown.</summary>
    public IReadOnlyList<DeclaredContent> Read()
    {
        lock (_read)
            return [.. _read.GroupBy(static one => (one.Subject, one.CollectedAt)).Select(static one => new DeclaredContent(one.Key.Subject, [.. one.Select(static read => read.Member)]) { CollectedAt = one.Key.CollectedAt })];
    }
}
