using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Disclosures;

/// <summary>Disclosures that are known as long as the process lives. One that names nobody is kept nowhere: nobody could ask for it.</summary>
internal sealed class InMemoryDisclosures(CrmHost host) : IDisclosures
{
    private readonly Dictionary<SubjectKey, List<(long Order, Disclosure Disclosure)>> _bySubject = [];
    private long _order;

    public Task RecordAsync(Disclosure disclosure, CancellationToken ct = default)
    {
        _ = disclosure ?? throw new ArgumentNullException(nameof(disclosure));
        ct.ThrowIfCancellationRequested();
        // Beside those who are named there may be somebody who is not. Asks the application for its tenant: not under the lock.
        var subjects = disclosure.Subjects.Where(static one => !SubjectKeys.IsOfNobody(one)).Select(host.Normalise).Distinct().ToList();
        lock (_bySubject)
        {
            _order++;
            foreach (var subject in subjects)
            {
                if (!_bySubject.TryGetValue(subject, out var known))
                    _bySubject[subject] = known = [];
                known.Add((_order, disclosure));
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Disclosure>> OfAsync(SubjectKey subject, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var key = host.Normalise(subject);
        // Whoever asks, asks as a person, however many records there are of them.
        SubjectKey[] keys;
        lock (host.Sync)
            keys = [key, .. host.SameAs(key)];
        lock (_bySubject)
        {
            return Task.FromResult<IReadOnlyList<Disclosure>>(
                [.. keys.SelectMany(one => _bySubject.TryGetValue(one, out var known) ? known : []).GroupBy(static one => one.Order).OrderBy(static one => one.Key).Select(static one => one.First().Disclosure)]);
        }
    }
}
