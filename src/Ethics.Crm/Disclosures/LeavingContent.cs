using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Disclosures;

/// <summary>What is read while something is written that leaves for a recipient.</summary>
internal sealed class LeavingContent(string recipient)
{
    private readonly HashSet<(SubjectKey Subject, string Member, object? CollectedAt)> _read = [];

    public string Recipient => recipient;

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
