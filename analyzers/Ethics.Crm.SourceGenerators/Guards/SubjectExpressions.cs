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
        List<SubjectMember> parts = [.. subject.People.Select(person => person.Member)];
        if (subject.Tenant is { } tenant && parts.Count > 0)
            parts.Add(tenant);

        _ownGuardedKeys = new(parts.Where(part => part.IsOwn && part.Labels.Count > 0).Select(part => part.Name), StringComparer.Ordinal);
        (KeyType, Key) = parts.Count switch
        {
            0 => (NoSubject, $"default({NoSubject})"),
            1 => (parts[0].TypeName, Read(parts[0])),
            _ => ($"({string.Join(", ", parts.Select(part => part.TypeName))})", $"({string.Join(", ", parts.Select(Read))})"),
        };
        BinderLambda = Lambda(subject.People, subject.Tenant, parts.Count);
    }

    public string KeyType { get; }

    public string Key { get; }

    public string SlotType => $"{Runtime}SubjectSlot<{KeyType}>";

    public string BinderLambda { get; }

    public bool IsAboutSeveral => _type.Subject.People.Count > 1;

    /// <summary>A guarded key lies in a named field, past its gate; every other value in <c>field</c>, where the language has it.</summary>
    public (string Expression, bool NeedsDeclaration) StorageOf(PropertyShape property) =>
        NeedsName(property) ? ("this." + property.FieldName, true) : ("field", false);

    /// <summary>A property that can only lie in <c>field</c>, which nothing else can read, opens its own gate for the key's reader.</summary>
    public bool ReadsThroughFlag(PropertyShape property) => _type.Guard && _ownGuardedKeys.Contains(property.Name) && property.NeedsFieldKeyword;

    /// <summary>Deriving types need the key too.</summary>
    public bool NeedsRawAccessor(PropertyShape property) =>
        _ownGuardedKeys.Contains(property.Name) && (_type.Type.IsInheritable || property.NeedsFieldKeyword);

    private bool NeedsName(PropertyShape property) =>
        !_type.Type.FieldKeyword || (_type.Guard && _ownGuardedKeys.Contains(property.Name) && !property.NeedsFieldKeyword);

    private string Read(SubjectMember member)
    {
        if (member.RawAccessor is not null)
            return $"this.{member.RawAccessor}()";
        if (member.Labels.Count == 0)
            return member.Expression;
        var own = member.IsOwn ? _type.Properties.FirstOrDefault(property => property.Shape.Name == member.Name)?.Shape : null;
        return own is { NeedsFieldKeyword: false } ? "this." + own.FieldName : $"this.{RawAccessors.NameOf(member.Name)}()";
    }

    private static string Lambda(EquatableArray<SubjectId> people, SubjectMember? tenant, int parts)
    {
        if (people.Count == 0)
            return $"static _ => {Runtime}SubjectKeys.None";

        var keys = people.Select((person, index) =>
            $"{Runtime}SubjectKeys.One({GuardEmitter.Literal(person.SubjectType)}, {(parts == 1 ? "key" : $"key.Item{index + 1}")}{Text(tenant, $"key.Item{parts}", index)})").ToArray();
        return keys.Length == 1 ? $"static key => {keys[0]}" : $"static key => {GuardEmitter.Join}({string.Join(", ", keys)})";
    }

    private static string Text(SubjectMember? tenant, string expression, int index) => tenant switch
    {
        null => "",
        { IsText: true } => ", " + expression,
        _ => $", {expression} is {{ }} tenant{index} ? global::System.Convert.ToString((object)tenant{index}, global::System.Globalization.CultureInfo.InvariantCulture) : null",
    };
}
