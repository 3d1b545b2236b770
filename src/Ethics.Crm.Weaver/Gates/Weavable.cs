using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>Which properties have a getter that can ask. The rule ECRM1106 tells the others (<c>InterceptionObstacle</c>), so both must say the same.</summary>
internal static class Weavable
{
    // As the compiler side names them (GuardsClass); generated code takes the first.
    public static readonly IReadOnlyList<string> GuardsNames = ["EthicsGuards", "__EthicsGuards"];

    public static bool CanBeWoven(TypeDefinition type) =>
        !type.IsInterface && type.BaseType is not null && !TypeFacts.IsByRefLike(type) && type.Name.IndexOf('<') < 0;

    public static bool CanBeWoven(PropertyDefinition property) =>
        property is { HasParameters: false, GetMethod: { IsStatic: false, IsAbstract: false, HasBody: true } }
        && CanPassThroughGate(property.PropertyType)
        && !IsGuarded(property);

    /// <summary>Implemented by the generator, or woven before.</summary>
    private static bool IsGuarded(PropertyDefinition property) =>
        property.DeclaringType.NestedTypes.Any(nested => GuardsNames.Contains(nested.Name) && nested.Fields.Any(field => field.Name == property.Name));

    // What neither a generic argument nor a field can hold.
    private static bool CanPassThroughGate(TypeReference type) =>
        !type.IsByReference && !type.IsPointer && !type.IsFunctionPointer && !TypeFacts.IsByRefLike(type.IsValueType ? TypeFacts.Resolve(type) : null);
}
