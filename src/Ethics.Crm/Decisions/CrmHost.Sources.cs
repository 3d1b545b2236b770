namespace Ethics.Crm.Decisions;

/// <summary>What people have been told of where data about them comes from. Asked at each read of a member from such a source: no slot holds it, because it is not the purpose that it depends on.</summary>
internal sealed partial class CrmHost
{
    private readonly Dictionary<SubjectKey, List<SourceNotice>> _told = [];

    /// <summary>Recorded under every key of the person, as decisions are.</summary>
    public void Told(SubjectKey subject, SourceNotice notice)
    {
        lock (Sync)
        {
            foreach (var one in SameAs(subject).Prepend(subject).ToList())
            {
                if (!_told.TryGetValue(one, out var notices))
                    _told[one] = notices = [];
                notices.Add(notice);
            }
        }
    }

    /// <summary>Whether the person has been told, under every key: of several the most restrictive wins.</summary>
    public bool IsTold(SubjectKey subject, string source)
    {
        lock (Sync)
            return SameAs(subject).Prepend(subject).All(one => _told.TryGetValue(one, out var notices) && notices.Exists(notice => notice.Source == source));
    }

    public IReadOnlyList<SourceNotice> ToldOf(SubjectKey subject)
    {
        lock (Sync)
            return [.. SameAs(subject).Prepend(subject).SelectMany(one => _told.TryGetValue(one, out var notices) ? notices : []).Distinct().OrderBy(static notice => notice.At)];
    }
}
