using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>The owners that many slots share: one for each tenant and type of people, as long as a slot refers to it. Not thread-safe: the host's lock is held.</summary>
internal sealed class PeopleTypes
{
    private const int FirstSweep = 64;

    private Dictionary<(GateHost Host, string? Tenant, string SubjectType), WeakReference<PeopleOfType>> _known = [];
    private int _sweepAt = FirstSweep;

    // Whoever goes through a list asks for the same again and again.
    private PeopleOfType? _last;

    public PeopleOfType Of(GateHost host, SubjectKey person)
    {
        if (_last?.Are(host, person) == true)
            return _last;
        var key = (host, person.Tenant, person.SubjectType);
        if (!_known.TryGetValue(key, out var reference) || !reference.TryGetTarget(out var type))
        {
            if (_known.Count >= _sweepAt)
            {
                _known = _known.Where(static known => known.Value.TryGetTarget(out _)).ToDictionary(static known => known.Key, static known => known.Value);
                _sweepAt = Math.Max(FirstSweep, _known.Count * 2);
            }

            type = new PeopleOfType(host, person.Tenant, person.SubjectType);
            _known[key] = new WeakReference<PeopleOfType>(type, trackResurrection: true);
        }

        return _last = type;
    }
}
