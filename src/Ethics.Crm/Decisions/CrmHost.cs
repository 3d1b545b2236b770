using System.Diagnostics;
using Ethics.Crm.Binding;
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
    private readonly GateHost _ofThisRead;
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
        _ofThisRead = new ThisRead(this);
    }

    /// <summary>Guards people, slots and ledger together; never held while user code runs.</summary>
    public object Sync { get; } = new();

    public override bool IsRunning => _running;

    public TimeProvider Clock => _clock;

    public void Run(IConsentSource source)
    {
        _source = source;
        if (Code == HostCodes.None)
            Code = HostCodes.Take(this);
        // Before anything reads: what the services of this application run for belongs to it.
        (_services.GetService(typeof(ServiceBinder)) as ServiceBinder)?.Application.Start(this);
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
        var named = binder.SubjectsOf(key);
        // The application may name another tenant at the next read, or the id another person: such a slot is nobody's for the fast path, which knows the key alone.
        var asked = (_options.Value.Tenant is not null && named.Any(static s => string.IsNullOrEmpty(s.Tenant))) || !FixedIds.IsFixed(key);
        var subjects = named.Select(Normalise).Distinct().ToList();
        lock (Sync)
        {
            var people = new People(subjects.Select(_people.FindOrAdd).ToList());
            var person = subjects.Count == 1 ? people.Persons[0] : null;
            var shared = person?.FindShared<TKey>();
            if (shared is not null && EqualityComparer<TKey>.Default.Equals(shared.Key, key))
                return shared;

            var slot = people.Slot(asked ? _ofThisRead : this, key);
            if (person is not null && shared is null)
                person.Share(slot);
            else
                Follow(people, slot);
            Write(slot, people);
            return slot;
        }
    }

    // A decision between the question and the answer's way into the slot would be lost: both under one lock, the ledger's own changes too.
    private void Write(ConsentSlot slot, People people)
    {
        Debug.Assert(Monitor.IsEntered(Sync), "A slot is written under the host's lock.");
        slot.Allowed = AllowedFor(people);
    }

    private void Follow(People people, ConsentSlot slot)
    {
        foreach (var person in people.Persons)
            person.Follow(slot);
        if (people.IsUnknown)
            _unknown.Add(slot);
    }

    /// <summary>Writes what the person's decisions now allow into every slot. The caller holds <see cref="Sync"/> and has stored the decision.</summary>
    public void Changed(SubjectKey subject)
    {
        Rewrite(subject);
        foreach (var same in SameAs(subject))
            Rewrite(same);
    }

    private void Rewrite(SubjectKey subject)
    {
        ForgetAnswers(subject);
        if (_people.Find(subject) is not { } person)
            return;
        foreach (var slot in person.Slots)
        {
            Write(slot, People.Of(slot));
            _lapsing.Remove(slot);
        }
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
            ForgetAllAnswers();
        }
    }

    public ConsentStanding StandingOf(Person person, string purpose, PurposeEntry declared, PolicyTable table) => StandingOf(person.Key, purpose, declared, table);

    public ConsentStanding StandingOf(SubjectKey subject, string purpose, PurposeEntry declared, PolicyTable table)
    {
        lock (Sync)
        {
            var now = _clock.GetUtcNow();
            var standing = OfKey(subject);
            // Of several keys of one person the most restrictive wins.
            foreach (var same in SameAs(subject))
            {
                if (!standing.IsAllowed)
                    break;
                var other = OfKey(same);
                standing = !other.IsAllowed || (other.Until is { } sooner && !(standing.Until <= sooner)) ? other : standing;
            }

            return standing;

            ConsentStanding OfKey(SubjectKey key) => EntriesOf(key) is { } entries
                ? ConsentStanding.Of(entries, purpose, declared, table, now)
                : ConsentStanding.OfUnreachable(declared);
        }
    }

    /// <summary>What stops every use, whatever it is for; null when nothing does.</summary>
    public Refusal? AgainstAnyUse(Person person)
    {
        lock (Sync)
        {
            foreach (var key in SameAs(person.Key).Prepend(person.Key))
            {
                if (EntriesOf(key) is not { } entries)
                    return Refusal.Stale;
                if (ConsentStanding.RestrictionIn(entries) is not null)
                    return Refusal.Restriction;
            }

            return null;
        }
    }

    private IReadOnlyCollection<SubjectKey> SameAs(SubjectKey subject) => (_source as IMergedPeople)?.SameAs(subject) ?? [];

    /// <summary>Null when the ledger cannot say. Whatever it throws, a read must end in an answer that fails closed, not in another exception.</summary>
    private IReadOnlyList<ConsentEntry>? EntriesOf(SubjectKey subject)
    {
        try
        {
            return _source!.EntriesOf(subject);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string? NullIfEmpty(string? tenant) => string.IsNullOrEmpty(tenant) ? null : tenant;

    private ulong AllowedFor(People people) => _running && GateRuntime.Current is LiveRuntime live ? AllowedFor(people, live) : 0;

    private ulong AllowedFor(People people, LiveRuntime policy)
    {
        if (people.IsUnknown)
            return policy.UnknownMask;
        // Most people never decided anything; their answer is the policy's own.
        if (people.Persons.All(p => EntriesOf(p.Key) is { Count: 0 } && SameAs(p.Key).Count == 0))
            return policy.UndecidedMask;
        // The others have no place in the word, and there may be thousands of them.
        return PurposeBits.PermittedMaskOf(policy.PurposesWithBit.Where(p => AllowsForNow(people, p.Key, p.Value, policy.Table)).Select(static p => p.Key));
    }

    private bool AllowsForNow(People people, string purpose, PurposeEntry declared, PolicyTable table)
    {
        foreach (var person in people.Persons)
        {
            // What can lapse by itself stays out of the mask: the slow path looks at the clock.
            if (StandingOf(person, purpose, declared, table) is not { IsAllowed: true, Until: null })
                return false;
        }

        return true;
    }

    /// <summary>Owner of slots whose people may be others at the next read. No scope has it for its host, so each read binds anew.</summary>
    private sealed class ThisRead(CrmHost host) : GateHost
    {
        public override bool IsRunning => host.IsRunning;

        public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key) => host.Bind(binder, key);
    }
}
