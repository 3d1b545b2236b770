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
    private readonly SlotTable _slots = new();
    private readonly FollowingSlots _following = new();
    private readonly PeopleTypes _types = new();
    private readonly WeakList<ConsentSlot> _unknown = new();
    private readonly GateHost _ofThisRead;
    private readonly IServiceProvider _services;
    private readonly IOptions<EthicsCrmOptions> _options;
    private readonly TimeProvider _clock;
    private IConsentSource? _source;
    private volatile bool _running;

    // How often people have decided something, and how often what had been found out was void all at once: the policy is another one, or the application has stopped.
    private int _decided;
    private EthicsCrmOptions? _known;

    public CrmHost(IServiceProvider services, IOptions<EthicsCrmOptions> options, TimeProvider clock)
    {
        _services = services;
        _options = options;
        _clock = clock;
        _ofThisRead = new ThisRead(this);
    }

    /// <summary>Guards people, slots and ledger together; never held while user code runs, but for the clock: what is stored and what counts at a moment must not fall apart.</summary>
    public object Sync { get; } = new();

    public override bool IsRunning => _running;

    public TimeProvider Clock => _clock;

    private EthicsCrmOptions Options => _known ??= _options.Value;

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
    public SubjectKey Normalise(SubjectKey subject) => string.IsNullOrEmpty(subject.Tenant) ? subject with { Tenant = TenantOfApplication } : subject;

    private string? TenantOfApplication => NullIfEmpty(Options.Tenant?.Invoke(_services));

    public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key)
    {
        var named = binder.SubjectsOf(key);
        var isFixed = FixedIds.IsFixed(key);
        // The application may name another tenant at the next read, the id another person, the object further people: such a slot is nobody's for the fast path, which knows the key alone.
        var asked = !isFixed || binder.AsksObject || (Options.Tenant is not null && named.Any(static s => string.IsNullOrEmpty(s.Tenant)));
        // Beside those who are known there may be somebody who is not.
        var areNotAll = binder.KnowsNotAll || SubjectKeys.AreNotAll(named);
        IReadOnlyList<SubjectKey> subjects = named.Count == 1 && !areNotAll ? [Normalise(named[0])] : [.. named.Where(static one => !SubjectKeys.IsOfNobody(one)).Select(Normalise).Distinct()];
        var owner = asked ? _ofThisRead : this;
        lock (Sync)
        {
            if (subjects.Count == 1 && !areNotAll)
                return BindOne(owner, subjects[0], key, isFixed);
            var people = new People(subjects, areNotAll);
            var slot = new ConsentSlot<TKey>(subjects.Count == 0 ? owner.Nobody : areNotAll ? new SomePeople(owner, subjects) : new NamedPeople(owner, subjects), key);
            slot.Begin(AllowedFor(people));
            if (subjects.Count == 0)
                _unknown.Add(slot);
            foreach (var person in subjects)
                _following.Add(person, slot);
            return slot;
        }
    }

    private ConsentSlot<TKey> BindOne<TKey>(GateHost owner, SubjectKey person, TKey key, bool isFixed)
    {
        if (_slots.Find(person, owner, key, out var isTaken) is { } shared)
            return shared;
        // Nearly always the key is the id, and the slot need not say whose it is. Only where the text of the key is ours: that of the application may be another one at the next question, and is code of others.
        var saysId = isFixed && FixedIds.HasOurText(key) && SubjectId.Of(key).Text == person.Id;
        var slot = new ConsentSlot<TKey>(saysId ? _types.Of(owner, person) : new NamedPeople(owner, [person]), key);
        // Whoever finds it finds an answer in it.
        slot.Begin(AllowedFor(new People([person])));
        if (isTaken)
            _following.Add(person, slot);
        else
            _slots.Add(person, slot);
        return slot;
    }

    /// <summary>Writes what the people's decisions now allow into every slot, whichever of their keys it is of. The caller holds <see cref="Sync"/> and has stored the decision.</summary>
    public void Changed(params IReadOnlyCollection<SubjectKey> subjects)
    {
        // Listed first: the clock may be one that reads something, and what is bound meanwhile knows the decision already.
        var slots = new List<ConsentSlot>();
        foreach (var one in AllKeysOf(subjects))
        {
            _decided++;
            ForgetAnswers(one);
            slots.AddRange(_slots.Of(one));
            slots.AddRange(_following.Of(one));
        }

        try
        {
            foreach (var slot in slots)
            {
                slot.Allowed = AllowedFor(People.Of(slot));
                _lapsing.Remove(slot);
            }
        }
        catch
        {
            // It is stored, and may not be forgotten where nobody has come to.
            slots.ForEach(static slot => slot.Retire());
            throw;
        }
    }

    /// <summary>For a change of policy: nothing that was bound before allows anything; the next read of each object binds anew.</summary>
    public void RetireSlots()
    {
        lock (Sync)
        {
            // The clock of a read that binds on this very thread may be what reloads, or stops: its slot is in no list yet.
            _decided++;
            foreach (var slot in _slots.Living.Concat(_following.Living).Concat(_unknown))
                slot.Retire();
            _slots.Clear();
            _following.Clear();
            _unknown.Clear();
            ForgetAllAnswers();
        }
    }

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

    private static string? NullIfEmpty(string? tenant) => string.IsNullOrEmpty(tenant) ? null : tenant;

    // A decision between the question and the answer's way into the slot would be lost: both under one lock, the ledger's own changes too.
    private ulong AllowedFor(People people)
    {
        Debug.Assert(Monitor.IsEntered(Sync), "A slot is written under the host's lock.");
        for (var round = 0; round < Rounds; round++)
        {
            var decided = _decided;
            var allowed = _running && GateRuntime.Current is LiveRuntime live ? AllowedFor(people, live) : 0;
            // The clock is asked under the lock, and may be one that decides something itself, or reloads the policy.
            if (decided == _decided)
                return allowed;
        }

        // Whoever decides something whenever the time is asked for is never answered: nothing is allowed until the next decision.
        return 0;
    }

    private ulong AllowedFor(People people, LiveRuntime policy)
    {
        return people.IsUnknown ? policy.UnknownMask & AllowedForKnown(people, policy) : AllowedForKnown(people, policy);
    }

    private ulong AllowedForKnown(People people, LiveRuntime policy)
    {
        if (people.Persons.Count == 0)
            return policy.UnknownMask;
        // Most people never decided anything, and the others decided on a few purposes: for the rest their answer is the policy's own.
        var concerned = ConcernedByDecisionsOf(people, policy.PurposesWithBit);
        var allowed = policy.UndecidedMask & ~concerned;
        if (concerned == 0)
            return allowed;
        // Those without a bit have no place in the word, and there may be thousands of them.
        foreach (var (bit, name, declared) in policy.PurposesWithBit.All)
        {
            if ((bit & concerned) != 0 && AllowsForNow(people, name, declared, policy.Table))
                allowed |= bit;
        }

        return allowed;
    }

    /// <summary>The bits of the purposes on which one of the people has decided something, under any of their keys: all of them where that is not known, or where all use is restricted.</summary>
    private ulong ConcernedByDecisionsOf(People people, PurposesWithBits purposes)
    {
        ulong concerned = 0;
        foreach (var person in people.Persons)
        {
            foreach (var key in SameAs(person).Prepend(person))
            {
                if (EntriesOf(key) is not { } entries || ConsentStanding.RestrictionIn(entries) is not null)
                    return ulong.MaxValue;
                foreach (var entry in entries)
                    concerned |= entry.Purpose is { } name ? purposes.ConcernedBy(name) : 0;
            }
        }

        return concerned;
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
