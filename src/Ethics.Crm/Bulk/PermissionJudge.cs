using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Members;
using Ethics.Crm.Origins;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <summary>Judges one object after the other for one request. What policy and type say is looked up once; what is left for an object is a look at its people's slot.</summary>
internal sealed partial class PermissionJudge<T>(PermissionRequest<T> request)
{
    private readonly GateHost? _scope = AmbientScope.Current?.Host;
    private readonly PurposeDecision?[] _ofPeople = new PurposeDecision?[(int)Refusal.SourceUntold + 1];
    private readonly Dictionary<Type, OfType> _ofTypes = [];

    private GateRuntime? _runtime;
    private CrmHost? _host;
    private bool _ran;
    private PurposeEntry? _declared;
    private SlotReader<T>? _slots;
    private SlotReader<T>? _typeSlots;
    private bool _canLapse;
    private ulong _purpose;
    private ulong _wanted;
    private PurposeDecision? _against;
    private Type? _type;
    private PurposeDecision? _againstType;
    private IReadOnlyList<MemberGate> _askingOrigin = [];

    // What the slots of objects of this type are asked; null where they do not say all there is to say.
    private SlotQuestion? _question;
    private PurposeDecision? _againstNobody;

    public bool Allows(T item)
    {
        if (item is null)
            return false;
        // Nearly always the slot says it, and nothing has been replaced meanwhile.
        if (_question is { } question && item.GetType() == question.Type && _typeSlots!.Held(item) is { } held && question.AnswerOf(held) is not SlotQuestion.Unknown and var answer)
            return answer == SlotQuestion.Yes;
        while (true)
        {
            Know(item);
            var allows = _againstType is null && PeopleAllow(item) && (_askingOrigin.Count == 0 || AgainstOrigin(item) is null);
            // Policy and people must be of one policy, or something could pass that neither permits.
            if (IsStill())
                return allows;
        }
    }

    /// <summary>Null when nothing stands against it.</summary>
    public PurposeDecision? Against(T item)
    {
        if (item is null)
            return _againstNobody ??= new PurposeDecision(false, "there is no object, so nothing is known of a person", null) { Refusal = Refusal.SubjectUnknown, Remedy = Remedies.OfPerson(Refusal.SubjectUnknown, request.Purpose, false) };
        while (true)
        {
            Know(item);
            if (_againstType is not null)
                return _againstType;
            var against = PeopleAgainst(item) ?? (_askingOrigin.Count > 0 ? AgainstOrigin(item) : null);
            if (IsStill())
                return against;
        }
    }

    /// <summary>Whether policy and application are those that were prepared for: another may have started, or this one stopped.</summary>
    private bool IsStill() => ReferenceEquals(GateRuntime.Current, _runtime)
        && (_host is null ? JudgingHost.ApplicationOf(_runtime.HostFor(_scope)) is null : _host.IsRunning == _ran);

    private void Know(T item)
    {
        if (!IsStill())
            Prepare();
        if (item!.GetType() != _type)
            PrepareType(item.GetType());
    }

    private bool PeopleAllow(T item)
    {
        if (SlotOf(item) is not { } slot)
            return AgainstPeople(item) is null;
        // What can lapse by itself is in no slot.
        return (_wanted & ~slot.Allowed) == 0 || (_canLapse && AgainstPeople(item) is null);
    }

    private PurposeDecision? PeopleAgainst(T item)
    {
        if (SlotOf(item) is not { } slot)
            return AgainstPeople(item);
        if ((_wanted & ~slot.Allowed) == 0)
            return null;
        if (_canLapse)
            return AgainstPeople(item);
        // Null for those who have allowed it since the slot was looked at.
        return _host!.RefusalOf(slot, request.Purpose, _purpose, _declared!, (LiveRuntime)_runtime!) is { } refusal ? OfPeople(refusal) : null;
    }

    /// <summary>The slot that speaks for the people of the object; null where they have to be asked by key, because they may be others at the next look.</summary>
    private ConsentSlot? SlotOf(T item)
    {
        if (_typeSlots is null)
            return null;
        var slot = _typeSlots.Held(item);
        if (slot is null || slot.IsRetired || !ReferenceEquals(slot.Host, _host))
            slot = _typeSlots.Bind(item, _host!);
        return ReferenceEquals(slot.Host, _host) ? slot : null;
    }

    private void Prepare()
    {
        // Not in the middle of a reload: slots of the policy before would speak for this one.
        lock (GateRuntime.Sync)
            _runtime = GateRuntime.Current;
        Array.Clear(_ofPeople, 0, _ofPeople.Length);
        _ofTypes.Clear();
        (_type, _question) = (null, null);
        _slots = null;
        _declared = null;
        _host = JudgingHost.ApplicationOf(_runtime.HostFor(_scope));
        _ran = _host is { IsRunning: true };
        _against = null;
        if (_runtime is not LiveRuntime live)
            _against = new PurposeDecision(false, CrmHost.NotRunning, null) { Refusal = Refusal.PolicyUnavailable, Remedy = Remedies.Start };
        else if (!live.Table.Document.Purposes.TryGetValue(request.Purpose, out _declared))
            _against = new PurposeDecision(false, $"the policy does not know the purpose '{request.Purpose}'", null) { Refusal = Refusal.UnknownPurpose, Remedy = Remedies.OfUnknownPurpose(live.Table, request.Purpose) };
        else if (_host is null ? ConsentStanding.NeedsPerson(_declared) : !_ran)
            _against = OfPeople(Refusal.HostUnknown);
        else if (_host is not null && _host.Code != HostCodes.None && PurposeBits.Find(request.Purpose) is { } purpose)
        {
            _canLapse = ConsentStanding.Above(request.Purpose).Append(request.Purpose).Any(name => live.Table.Document.Purposes.TryGetValue(name, out var terms) && terms.ConsentExpires is not null);
            _purpose = purpose.Bit;
            _wanted = purpose.Bit | _host.Code;
            _slots = SlotReader<T>.Instance;
        }
    }

    private void PrepareType(Type type)
    {
        var slots = _slots?.SpeaksFor(type) == true ? _slots : null;
        if (!_ofTypes.TryGetValue(type, out var known))
        {
            known = _against is null ? Members(type) : new OfType(_against, []);
            if (slots is not null && known is { Against: null, AskingOrigin.Count: 0 } && !_canLapse)
                known = known with { Question = new SlotQuestion(_wanted, _host!.Code & HostCodes.Mask, _runtime!, type) };
            _ofTypes[type] = known;
        }

        _type = type;
        (_againstType, _askingOrigin, _question) = known;
        _typeSlots = slots;
    }

    private OfType Members(Type type)
    {
        var table = ((LiveRuntime)_runtime!).Table;
        var asking = new List<MemberGate>();
        foreach (var member in request.Members)
        {
            var gate = MemberGate.Of(type, member);
            if (!gate.IsLabelled)
                continue;
            var resolved = ResolvedMember.Of(table, gate.Member);
            if (resolved.AsksOrigin(request.Purpose))
                asking.Add(gate);
            if (resolved.Objections(request.Purpose) is [var first, ..])
            {
                var against = new PurposeDecision(false, $"'{gate.Member.Member}' may not be used: {first.Reason}", first.Rule)
                {
                    Refusal = Reasons.RefusalOf(first.Kind),
                    Remedy = Remedies.OfLabel(first, request.Purpose),
                };
                return new OfType(against, []);
            }
        }

        return new OfType(null, asking);
    }

    /// <summary>What the age and the source of the members say in this object.</summary>
    private PurposeDecision? AgainstOrigin(T item)
    {
        if (_askingOrigin.Count == 0)
            return null;
        if (_host is null)
            return OfPeople(Refusal.HostUnknown);
        var table = ((LiveRuntime)_runtime!).Table;
        foreach (var gate in _askingOrigin)
        {
            var origin = gate.Member.Origin;
            if (origin.TellsAge && CollectionAge.IsTooOld(table, request.Purpose, gate.CollectedAt(item!), _host.Clock.GetUtcNow()))
                return OfPeople(Refusal.TooOld);
            var people = ObjectSubjects.Of(item!);
            if (origin.Sources.Any(source => table.MustBeTold(source, request.Purpose) && (people.Count == 0 || people.Any(person => SubjectKeys.IsOfNobody(person) || !_host.IsTold(_host.Normalise(person), source)))))
                return OfPeople(Refusal.SourceUntold);
        }

        return null;
    }

    private PurposeDecision? AgainstPeople(T item)
    {
        var declared = _declared!;
        // Nothing needs the person, and nobody is known who could have restricted it.
        if (_host is null)
            return null;
        var people = ObjectSubjects.Of(item!);
        if ((people.Count == 0 || SubjectKeys.AreNotAll(people)) && ConsentStanding.OfUnknown(declared).Refusal is { } unknown)
            return OfPeople(unknown);
        var table = ((LiveRuntime)_runtime!).Table;
        foreach (var person in people)
        {
            if (SubjectKeys.IsOfNobody(person))
                continue;
            if (_host.StandingOf(_host.Normalise(person), request.Purpose, declared, table).Refusal is { } refusal)
                return OfPeople(refusal);
        }

        return null;
    }

    // Those who go through sections of one list share each reason.
    private PurposeDecision OfPeople(Refusal refusal) => Volatile.Read(ref _ofPeople[(int)refusal]) ?? Interlocked.CompareExchange(ref _ofPeople[(int)refusal], Say(refusal), null) ?? _ofPeople[(int)refusal]!;

    private PurposeDecision Say(Refusal refusal) => new(false, $"'{request.Purpose}' was asked for, {Reasons.OfPerson(refusal)}", null)
    {
        Refusal = refusal,
        Remedy = Remedies.OfPerson(refusal, request.Purpose, _declared?.DirectMarketing == true),
    };

    /// <param name="Against">What the policy has against its members, whoever the object is about; null for nothing.</param>
    /// <param name="AskingOrigin">The members whose age or source has to be looked at in each object.</param>
    /// <param name="Question">What slots are asked of objects about which they say all there is to say; null for others.</param>
    private sealed record OfType(PurposeDecision? Against, IReadOnlyList<MemberGate> AskingOrigin, SlotQuestion? Question = null);
}
