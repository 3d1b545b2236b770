using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.Options;

namespace Ethics.Crm.Decisions;

/// <summary>One application: its people and their slots. The policy is the process's, consent is the host's own.</summary>
internal sealed partial class CrmHost : GateHost
{
    private readonly PersonRegistry _people = new();
    private readonly WeakList<ConsentSlot> _unknown = new();
    private readonly IServiceProvider _services;
    private readonly IOptions<EthicsCrmOptions> _options;
    private readonly TimeProvider _clock;
    private IConsentSource? _source;
    private volatile bool _running;

    public CrmHost(IServiceProvider services, IOptions<EthicsCrmOptions> options, TimeProvider clock)
    {
        _services = services;
        _options = options;
        _clock = clock;
    }

    /// <summary>Guards people, slots and ledger together; never held while user code runs.</summary>
    public object Sync { get; } = new();

    public override bool IsRunning => _running;

    public TimeProvider Clock => _clock;

    public void Run(IConsentSource source)
    {
        _source = source;
        if (Code == HostCodes.None)
            Code = HostCodes.Take();
        _running = true;
    }

    public void Halt()
    {
        _running = false;
        RetireSlots();
    }

    /// <summary>The key under which everything is kept: with the application's tenant where the data names none.</summary>
    public SubjectKey Normalise(SubjectKey subject) => string.IsNullOrEmpty(subject.Tenant) ? subject with { Tenant = NullIfEmpty(_options.Value.Tenant?.Invoke(_services)) } : subject;

    public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key)
    {
        var subjects = binder.SubjectsOf(key).Select(Normalise).ToList();
        lock (Sync)
        {
            if (subjects.Count == 1)
                return BindOne(_people.FindOrAdd(subjects[0]), key);

            var people = new People(subjects.Select(_people.FindOrAdd).ToList());
            var slot = new ConsentSlot<TKey>(this, key, people);
            foreach (var person in people.Persons)
                person.Slots.Add(slot);
            if (people.IsUnknown)
                _unknown.Add(slot);
            slot.Allowed = AllowedFor(people);
            return slot;
        }
    }

    private ConsentSlot<TKey> BindOne<TKey>(Person person, TKey key)
    {
        if (person.FindShared<TKey>() is { } known && EqualityComparer<TKey>.Default.Equals(known.Key, key))
            return known;

        var slot = new ConsentSlot<TKey>(this, key, new People([person]));
        person.Slots.Add(slot);
        person.Share(slot);
        slot.Allowed = AllowedFor((People)slot.Person!);
        return slot;
    }

    /// <summary>Writes what the person's decisions now allow into every slot. The caller holds <see cref="Sync"/> and has stored the decision.</summary>
    public void Changed(SubjectKey subject)
    {
        if (_people.Find(subject) is not { } person)
            return;
        foreach (var slot in person.Slots)
            slot.Allowed = AllowedFor(PeopleOf(slot));
    }

    /// <summary>For a change of policy: nothing that was bound before allows anything; the next read of each object binds anew.</summary>
    public void RetireSlots()
    {
        lock (Sync)
        {
            foreach (var person in _people.Living)
            {
                foreach (var slot in person.Slots)
                    slot.Retire();
                person.Forget();
            }

            foreach (var slot in _unknown)
                slot.Retire();
            _unknown.Clear();
        }
    }

    public ConsentStanding StandingOf(Person person, string purpose, PurposeEntry declared) => StandingOf(person.Key, purpose, declared);

    public ConsentStanding StandingOf(SubjectKey subject, string purpose, PurposeEntry declared)
    {
        lock (Sync)
            return ConsentStanding.Of(_source!.EntriesOf(subject), purpose, declared, _clock.GetUtcNow());
    }

    public bool IsRestricted(Person person)
    {
        lock (Sync)
            return ConsentStanding.RestrictionIn(_source!.EntriesOf(person.Key)) is not null;
    }

    private static string? NullIfEmpty(string? tenant) => string.IsNullOrEmpty(tenant) ? null : tenant;

    public static People PeopleOf(ConsentSlot slot) => slot.Person as People ?? Nobody;

    private static readonly People Nobody = new([]);

    private ulong AllowedFor(People people) => _running && GateRuntime.Current is LiveRuntime live ? AllowedFor(people, live) : 0;

    private ulong AllowedFor(People people, LiveRuntime policy)
    {
        if (people.IsUnknown)
            return policy.UnknownMask;
        // Most people never decided anything; their answer is the policy's own.
        if (people.Persons.All(p => _source!.EntriesOf(p.Key).Count == 0))
            return policy.UndecidedMask;
        return PurposeBits.PermittedMaskOf(policy.Table.Document.Purposes.Where(p => AllowsForNow(people, p.Key, p.Value)).Select(p => p.Key));
    }

    private bool AllowsForNow(People people, string purpose, PurposeEntry declared)
    {
        foreach (var person in people.Persons)
        {
            // What can lapse by itself stays out of the mask: the slow path looks at the clock.
            if (StandingOf(person, purpose, declared) is not { IsAllowed: true, Lasting: true })
                return false;
        }

        return true;
    }
}
