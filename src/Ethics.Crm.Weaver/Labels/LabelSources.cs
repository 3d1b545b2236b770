using Ethics.Crm.Policy;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Labels;

/// <summary>What the compiled code says of a property: an entry for each declaration that governs it. In the order in which the compiler side reads symbols (<c>SpokenLabels</c>); what is decided in one is decided in the other.</summary>
internal static class LabelSources
{
    private const string DataCategory = "Ethics.Crm.DataCategoryAttribute";
    private const string CollectedFor = "Ethics.Crm.CollectedForAttribute";

    public static IReadOnlyList<LabelSource> Of(PropertyDefinition property) => [.. PropertyDeclarations.Of(property).SelectMany(OfDeclaration)];

    private static IReadOnlyList<LabelSource> OfDeclaration(PropertyDefinition property)
    {
        var own = new List<LabelVoice>();
        var stands = new List<LabelVoice>();
        var names = new List<string>();
        foreach (var place in Places(property))
            Hear(place, own, stands, names);
        return LabelVoice.Join(MemberNames.FullName(property), own, stands, names);
    }

    private static IEnumerable<ICustomAttributeProvider> Places(PropertyDefinition property)
    {
        yield return property;
        if (property.GetMethod is { } getter)
            yield return getter.MethodReturnType;
        foreach (var field in property.DeclaringType.Fields.Where(field => field.Name == $"<{property.Name}>k__BackingField"))
            yield return field;
        if (TypeFacts.IsRecord(property.DeclaringType) && PositionalParameter(property) is { } parameter)
            yield return parameter;
    }

    /// <summary>An assembly does not say which constructor is the primary one: the first with a parameter of that name and type speaks.</summary>
    public static ParameterDefinition? PositionalParameter(PropertyDefinition property) =>
        property.DeclaringType.Methods
            .Where(static method => method is { IsConstructor: true, IsStatic: false })
            .SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType.FullName == property.PropertyType.FullName);

    private static void Hear(ICustomAttributeProvider place, List<LabelVoice> own, List<LabelVoice> stands, List<string> names)
    {
        if (!place.HasCustomAttributes)
            return;
        var voice = default(LabelVoice);
        foreach (var attribute in place.CustomAttributes)
        {
            if (!Read(attribute, ref voice))
                Listen(attribute.AttributeType, stands, names);
        }

        if (!voice.IsSilent)
            own.Add(voice);
    }

    /// <summary>An attribute class may carry the product's attributes, itself or by a base class; the nearest class that speaks wins part by part.</summary>
    private static void Listen(TypeReference attributeClass, List<LabelVoice> stands, List<string> names)
    {
        var voice = default(LabelVoice);
        var isFirst = true;
        for (TypeReference? current = attributeClass; current is not null && current.FullName is not ("System.Object" or "System.Attribute"); isFirst = false)
        {
            var name = MemberNames.FullName(current);
            if (name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
                return;

            names.Add(isFirst ? name : "^" + name);
            if (TypeFacts.Resolve(current) is not { } known)
                break;

            var here = default(LabelVoice);
            foreach (var attribute in known.CustomAttributes)
                Read(attribute, ref here);
            voice = new(voice.Category ?? here.Category, voice.CollectedFor ?? here.CollectedFor);
            current = known.BaseType;
        }

        if (!voice.IsSilent)
            stands.Add(voice);
    }

    private static bool Read(CustomAttribute attribute, ref LabelVoice voice)
    {
        switch (attribute.AttributeType.FullName)
        {
            case DataCategory:
                voice = voice with { Category = Strings(attribute).FirstOrDefault() ?? voice.Category };
                return true;
            case CollectedFor:
                var purposes = Strings(attribute).ToList();
                voice = voice with { CollectedFor = voice.CollectedFor is null ? purposes : [.. voice.CollectedFor.Union(purposes, StringComparer.Ordinal)] };
                return true;
            default:
                return false;
        }
    }

    private static IEnumerable<string> Strings(CustomAttribute attribute) =>
        attribute.ConstructorArguments
            .SelectMany(static argument => argument.Value is CustomAttributeArgument[] several ? several : [argument])
            .Select(static argument => argument.Value as string)
            .Where(static text => !string.IsNullOrWhiteSpace(text))
            .Select(static text => text!);
}
