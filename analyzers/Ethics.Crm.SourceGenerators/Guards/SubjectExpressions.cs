using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>How generated code reads the key of the person, and where values lie.</summary>
internal sealed class SubjectExpressions
{
    private const string Runtime = "global::Ethics.Crm.Runtime.";
    private const string NoSubject = Runtime + "NoSubject";

    private readonly GuardedType _type;
    private readonly HashSet<string> _ownGuardedKeys;

    public SubjectExpressions(GuardedType type)
    {
        _type = type;
        var subject = type.Subject;
        List<SubjectMember> parts = [.. subject.People.Select(person => person.Member).Distinct()];
        if (subject.Tenant is { } tenant && parts.Count > 0)
            parts.Add(tenant);

        _ownGuardedKeys = new(parts.Where(part => part.IsOwn && part.Labels.Count > 0).Select(part => part.Name), StringComparer.Ordinal);
        // What tells the age of a property is read past its gate too.
        _ownGuardedKeys.UnionWith(type.Properties.Select(property => property.Shape.Origin?.Time).Where(time => time is { IsOwn: true, Labels.Count: > 0 }).Select(time => time!.Name));
        (KeyType, Key) = parts.Count switch
        {
            0 => (NoSubject, $"default({NoSubject})"),
            1 => (parts[0].TypeName, Read(parts[0])),
            _ => ($"({string.Join(", ", parts.Select(part => part.TypeName))})", $"({string.Join(", ", parts.Select(Read))})"),
        };
        BinderLambda = Lambda(subject.People, subject.Tenant, parts);
    }

    public string KeyType { get; }

    public string Key { get; }

    public string SlotType => $"{Runtime}SubjectSlot<{KeyType}>";

    public string SlotsType => $"{Runtime}SubjectSlots<{KeyType}>";

    public string BinderLambda { get; }

    /// <summary>A guarded key lies in a named field, past its gate; every other value in <c>field</c>, where the language has it.</summary>
    public (string Expression, bool NeedsDeclaration) StorageOf(PropertyShape property) =>
        NeedsName(property) ? ("this." + property.FieldName, true) : ("field", false);

    /// <summary>A property that can only lie in <c>field</c>, which nothing else can read, opens its own gate for the key's reader.</summary>
    public bool ReadsThroughFlag(PropertyShape property) => _type.Guard && _ownGuardedKeys.Contains(property.Name) && property.NeedsFieldKeyword;

    /// <summary>Deriving types need the key too, and so does <c>SubjectKey.Of</c>, which finds it by its name.</summary>
    public bool NeedsRawAccessor(PropertyShape property) => _ownGuardedKeys.Contains(property.Name);

    private bool NeedsName(PropertyShape property) =>
        !_type.Type.FieldKeyword || (_type.Guard && _ownGuardedKeys.Contains(property.Name) && !property.NeedsFieldKeyword);

    public string Read(SubjectMember member)
    {
        if (member.RawAccessor is not null)
            return $"this.{member.RawAccessor}()";
        if (member.Labels.Count == 0)
            return member.Expression;
        var own = member.IsOwn ? _type.Properties.FirstOrDefault(property => property.Shape.Name == member.Name)?.Shape : null;
        return own is { NeedsFieldKeyword: false } ? "this." + own.FieldName : $"this.{RawAccessors.NameOf(member.Name)}()";
    }

    /// <summary>A guarded member of a base in this project has no reader past its gate, unless its own type needs one, which is not known here: its gate is asked then.</summary>
    public string ReadTime(SubjectMember member) => member is { IsOwn: false, RawAccessor: null, Labels.Count: > 0 } ? member.Expression : Read(member);

    private static string Lambda(EquatableArray<SubjectId> people, SubjectMember? tenant, List<SubjectMember> parts)
    {
        if (people.Count == 0)
            return $"static _ => {Runtime}SubjectKeys.None";

        var keys = people.Select(person =>
        {
            var id = parts.Count == 1 ? "key" : $"key.Item{parts.IndexOf(person.Member) + 1}";
            return $"{Runtime}SubjectKeys.{(tenant is null or { IsText: true } ? "One" : "OneIn")}({GuardEmitter.Literal(person.SubjectType)}, {id}{(tenant is null ? "" : $", key.Item{parts.Count}")})";
        }).ToArray();
        return keys.Length == 1 ? $"static key => {keys[0]}" : $"static key => {Runtime}SubjectKeys.All({string.Join(", ", keys)})";
    }
}
