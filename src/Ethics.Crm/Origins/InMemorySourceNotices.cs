using Ethics.Crm.Decisions;

namespace Ethics.Crm.Origins;

/// <summary>What people were told, as long as the process lives. Under the host's lock with everything else that is known of people.</summary>
internal sealed class InMemorySourceNotices(CrmHost host) : ISourceNotices
{
    public Task RecordAsync(SubjectKey subject, string source, ConsentEvidence? evidence = null, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        if (string.IsNullOrEmpty(subject.Id) || string.IsNullOrEmpty(subject.SubjectType))
            throw new ArgumentException("The person is not named: the key has no subject type or no id.", nameof(subject));
        if (string.IsNullOrWhiteSpace(source))
            throw new ArgumentException("Name the source.", nameof(source));
        if (!host.Table.HasSource(source))
            throw new ArgumentException($"The policy does not know the source '{source}'{(host.Table.NearestSource(source) is { } nearest ? $"; did you mean '{nearest}'?" : "")}", nameof(source));
        host.Told(host.Normalise(subject), new SourceNotice(source, host.Clock.GetUtcNow(), evidence));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SourceNotice>> OfAsync(SubjectKey subject, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(host.ToldOf(host.Normalise(subject)));
    }
}
