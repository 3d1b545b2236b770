using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Subjects;

/// <summary>Finds the members that say whom an object is about, and what these people are called; in the order of the generator (<c>SubjectReader</c>, <c>SubjectNames</c>) and of the run time.</summary>
internal static class SubjectReader
{
    public const string Id = "Ethics.Crm.DataSubjectIdAttribute";
    public const string Tenant = "Ethics.Crm.DataSubjectTenantAttribute";
    private const string DataSubject = "Ethics.Crm.DataSubjectAttribute";

    // What one value tuple holds.
    private const int LongestKey = 7;

    public static Subject Read(TypeDefinition type)
    {
        var ids = SubjectMarks.Of(type, Id).ToList();
        var tenant = SubjectMarks.Of(type, Tenant).FirstOrDefault();
        // One of several people left out, or another tenant's person asked, would be worse than nobody.
        if (ids.Exists(mark => !CanBeRead(mark, type)) || (tenant is not null && !CanBeRead(tenant, type)))
            return Subject.Nobody;

        var people = ids
            .SelectMany(mark => NamesOf(mark, type).Select(name => (SubjectType: name, Id: Part(mark))))
            .OrderBy(static person => person.Id.Member.Name, StringComparer.Ordinal)
            .ToList();
        var subject = new Subject(people, tenant is null ? null : Part(tenant));
        return subject.Parts.Count > LongestKey ? Subject.Nobody : subject;
    }

    private static KeyPart Part(SubjectMark mark) => new(mark.Member, mark.Owner, TypeArguments.In(TypeOf(mark.Member), mark.Owner));

    private static TypeReference TypeOf(IMemberDefinition member) => member is PropertyDefinition property ? property.PropertyType : ((FieldDefinition)member).FieldType;

    private static bool CanBeRead(SubjectMark mark, TypeDefinition reader)
    {
        var type = TypeOf(mark.Member);
        if (type.IsByReference || type.IsPointer || type.IsFunctionPointer || TypeFacts.IsByRefLike(type.IsValueType ? TypeFacts.Resolve(type) : null))
            return false;
        if (mark.Member.DeclaringType == reader)
            return true;
        var sameAssembly = mark.Member.DeclaringType.Module == reader.Module;
        return mark.Member switch
        {
            FieldDefinition field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly || (sameAssembly && field.IsAssembly),
            PropertyDefinition { GetMethod: { } getter } => getter.IsPublic || getter.IsFamily || getter.IsFamilyOrAssembly || (sameAssembly && getter.IsAssembly),
            _ => false,
        };
    }

    private static IReadOnlyList<string> NamesOf(SubjectMark mark, TypeDefinition type)
    {
        // typeof(Customer) names another person than the object's own type does.
        var named = NamedBy(mark);
        var given = Given(named ?? type);
        if (given.Count > 0)
            return given;
        var declaring = named is null ? mark.Declaring : SubjectMarks.Of(named, Id).FirstOrDefault(static own => NamedBy(own) is null)?.Declaring ?? named;
        return [MemberNames.FullName(declaring)];
    }

    private static TypeDefinition? NamedBy(SubjectMark mark) =>
        mark.Attribute.ConstructorArguments is [{ Value: TypeReference named }] ? TypeFacts.Resolve(named) : null;

    /// <summary>What the marked types with no marked one above them say.</summary>
    private static List<string> Given(TypeDefinition type)
    {
        var marked = TypeFacts.WithBases(type).Concat(TypeFacts.AllInterfaces(type))
            .Select(static one => (Type: one, Attribute: TypeFacts.Find(one, DataSubject)))
            .Where(static one => one.Attribute is not null).ToList();
        return [.. marked
            .Where(one => !marked.Exists(above => above.Type != one.Type && (TypeFacts.WithBases(one.Type).Contains(above.Type) || TypeFacts.AllInterfaces(one.Type).Contains(above.Type))))
            .Select(static one => one.Attribute!.ConstructorArguments is [{ Value: string { Length: > 0 } given }] ? given : MemberNames.FullName(one.Type))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
