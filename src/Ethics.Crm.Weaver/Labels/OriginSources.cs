using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Labels;

/// <summary>What the compiled code says of the age and the source of a property.</summary>
/// <param name="TellsAge">Whether it names a member that tells the age.</param>
/// <param name="Time">That member; null where there is none that tells a time.</param>
/// <param name="Sources">Where the value was obtained.</param>
internal sealed record Origin(bool TellsAge, KeyPart? Time, IReadOnlyList<string> Sources);

/// <summary>Reads it where the generator does (<c>OriginReader</c>): on the property, on what it overrides, on what it implements.</summary>
internal static class OriginSources
{
    private const string CollectedAt = "Ethics.Crm.CollectedAtAttribute";
    private const string CollectedFrom = "Ethics.Crm.CollectedFromAttribute";

    /// <summary>Null where nothing is said.</summary>
    public static Origin? Of(PropertyDefinition property)
    {
        var attributes = PropertyDeclarations.Of(property).SelectMany(Places).SelectMany(static place => place.CustomAttributes).ToList();
        var sources = attributes.Where(static one => one.AttributeType.FullName == CollectedFrom).Select(Text).Distinct().ToList();
        var time = attributes.Where(static one => one.AttributeType.FullName == CollectedAt).Select(Text).FirstOrDefault();
        return time is null && sources.Count == 0 ? null : new(time is not null, time is null ? null : TimeOf(property.DeclaringType, time), sources);
    }

    private static bool IsTime(TypeReference type) => type switch
    {
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } instance => IsTime(instance.GenericArguments[0]),
        _ => type.FullName is "System.DateTime" or "System.DateTimeOffset" or "System.DateOnly",
    };

    // Where labels stand too.
    private static IEnumerable<ICustomAttributeProvider> Places(PropertyDefinition declaration) =>
        declaration.DeclaringType.Fields.Where(field => field.Name == $"<{declaration.Name}>k__BackingField").Cast<ICustomAttributeProvider>().Prepend(declaration).Where(static place => place.HasCustomAttributes);

    private static string Text(CustomAttribute attribute) => attribute.ConstructorArguments is [{ Value: string text }] ? text : "";

    private static KeyPart? TimeOf(TypeDefinition type, string name)
    {
        foreach (var (current, seen) in TypeArguments.WithBases(type))
        {
            // The nearest of the name hides the others, also where it tells no time.
            if (current.Properties.FirstOrDefault(one => one.Name == name) is { } property)
                return property is { HasParameters: false, GetMethod: { IsStatic: false } getter } && CanBeRead(getter.Attributes & MethodAttributes.MemberAccessMask, current, type) ? Time(property, property.PropertyType, seen) : null;
            if (current.Fields.FirstOrDefault(one => one.Name == name) is { } field)
                return !field.IsStatic && CanBeRead((MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask), current, type) ? Time(field, field.FieldType, seen) : null;
            if (current.Methods.Any(one => one.Name == name) || current.Events.Any(one => one.Name == name) || current.NestedTypes.Any(one => one.Name == name))
                return null;
        }

        return null;
    }

    private static KeyPart? Time(IMemberDefinition member, TypeReference written, TypeReference owner) =>
        TypeArguments.In(written, owner) is var type && IsTime(type) ? new(member, owner, type) : null;

    // Fields and methods count their access with the same numbers.
    private static bool CanBeRead(MethodAttributes access, TypeDefinition declaring, TypeDefinition reader) =>
        declaring == reader
        || access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem
        || (declaring.Module == reader.Module && access is MethodAttributes.Assembly or MethodAttributes.FamANDAssem);
}
