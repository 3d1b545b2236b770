namespace Ethics.Crm.Decisions;

/// <summary>What people have been told of where data about them comes from. Asked at each read of a member from such a source: no slot holds it, because it is not the purpose that it depends on.</summary>
internal sealed partial class CrmHost
{
    private readonly Dictionary<SubjectKey, List<(SourceNotice Notice, SubjectKey To)>> _told = [];

    /// <summary>Recorded under every key that is this person now, and counts there for as long as it is: if the merge was a mistake, it was somebody else who was told.</summary>
    public void Told(SubjectKey subject, SourceNotice notice)
    {
        lock (Sync)
        {
            foreach (var one in SameAs(subject).Prepend(subject).ToList())
            {
                if (!_told.TryGetValue(one, out var notices))
                    _told[one] = notices = [];
                notices.Add((notice, subject));
            }
        }
    }

    /// <summary>Whether the person has been told, under every key: of several the most restrictive wins.</summary>
    public bool IsTold(SubjectKey subject, string source)
    {
        lock (Sync)
            return SameAs(subject).Prepend(subject).All(one => NoticesTo(one).Any(notice => notice.Source == source));
    }

    public IReadOnlyList<SourceNotice> ToldOf(SubjectKey subject)
    {
        lock (Sync)
            return [.. SameAs(subject).Prepend(subject).SelectMany(NoticesTo).Distinct().OrderBy(static notice => notice.At)];
    }

    private IEnumerable<SourceNotice> NoticesTo(SubjectKey key) =>
        _told.TryGetValue(key, out var notices) ? notices.Where(one => one.To == key || SameAs(key).Contains(one.To)).Select(static one => one.Notice) : [];
}
