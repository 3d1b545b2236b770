using Ethics.Crm.Decisions;

namespace Ethics.Crm.Disclosures;

/// <summary>Disclosures that are known as long as the process lives. One that names nobody is kept nowhere: nobody could ask for it.</summary>
internal sealed class InMemoryDisclosures(CrmHost host) : IDisclosures
{
    private readonly Dictionary<SubjectKey, List<Disclosure>> _bySubject = [];

    public Task RecordAsync(Disclosure disclosure, CancellationToken ct = default)
    {
        _ = disclosure ?? throw new ArgumentNullException(nameof(disclosure));
        ct.ThrowIfCancellationRequested();
        // Asks the application for its tenant: not under the lock.
        var subjects = disclosure.Subjects.Select(host.Normalise).Distinct().ToList();
        lock (_bySubject)
        {
            foreach (var subject in subjects)
            {
                if (!_bySubject.TryGetValue(subject, out var known))
                    _bySubject[subject] = known = [];
                known.Add(disclosure);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Disclosure>> OfAsync(SubjectKey subject, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var key = host.Normalise(subject);
        lock (_bySubject)
            return Task.FromResult<IReadOnlyList<Disclosure>>(_bySubject.TryGetValue(key, out var known) ? known.ToArray() : []);
    }
}
