using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Subjects;

/// <summary>A member with an attribute that speaks of the person.</summary>
/// <param name="Member">The property or field; of the interface where its implementation has no name in the class.</param>
/// <param name="Owner">Its type, as the woven type sees it: type arguments of bases in place.</param>
/// <param name="Attribute">On it, on what it overrides, on its record parameter, or on the interface property that it implements.</param>
/// <param name="Declaring">The type that introduced it.</param>
internal sealed record SubjectMark(IMemberDefinition Member, TypeReference Owner, CustomAttribute Attribute, TypeDefinition Declaring);

/// <summary>The marked members of a type: own, inherited, and those of its interfaces. The same as the generator's <c>SubjectMarks</c>.</summary>
internal static class SubjectMarks
{
    public static IEnumerable<SubjectMark> Of(TypeDefinition type, string attributeName)
    {
        var contracts = TypeFacts.AllInterfaces(type).SelectMany(static contract => contract.Properties).Where(IsReadable)
            .Select(property => (Property: property, Attribute: TypeFacts.Find(property, attributeName)))
            .Where(static one => one.Attribute is not null).ToList();
        var marked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (current, seen) in TypeArguments.WithBases(type))
        {
            foreach (var member in current.Fields.Where(IsReadable).Cast<IMemberDefinition>().Concat(current.Properties.Where(IsReadable)))
            {
                var implemented = contracts.Where(one => member is PropertyDefinition property && PropertyDeclarations.Implements(property, one.Property)).ToList();
                var attribute = Spoken(member, attributeName) ?? implemented.FirstOrDefault().Attribute;
                contracts.RemoveAll(implemented.Contains);
                if (attribute is not null && marked.Add(member.Name))
                    yield return new(member, seen, attribute, member is PropertyDefinition own ? PropertyDeclarations.RootOf(own).DeclaringType : current);
            }
        }

        // Bodies that the interface itself has.
        foreach (var (property, attribute) in contracts.Where(static one => !one.Property.DeclaringType.HasGenericParameters))
            yield return new(property, property.DeclaringType, attribute!, property.DeclaringType);
    }

    public static CustomAttribute? Spoken(IMemberDefinition member, string attributeName)
    {
        if (TypeFacts.Find((ICustomAttributeProvider)member, attributeName) is { } own)
            return own;
        if (member is not PropertyDefinition property)
            return null;
        for (var above = PropertyDeclarations.Overridden(property); above is not null; above = PropertyDeclarations.Overridden(above))
        {
            if (TypeFacts.Find(above, attributeName) is { } inherited)
                return inherited;
        }

        return TypeFacts.IsRecord(property.DeclaringType) && LabelSources.PositionalParameter(property) is { } parameter ? TypeFacts.Find(parameter, attributeName) : null;
    }

    private static bool IsReadable(FieldDefinition field) => !field.IsStatic && !TypeFacts.IsWrittenByTheCompiler(field);

    private static bool IsReadable(PropertyDefinition property) => property is { HasParameters: false, GetMethod.IsStatic: false };
}
