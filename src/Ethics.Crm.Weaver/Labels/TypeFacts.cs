using Mono.Cecil;

namespace Ethics.Crm.Weaver.Labels;

/// <summary>What the compiler's symbols would tell of a type in an assembly.</summary>
internal static class TypeFacts
{
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    public static bool IsRecord(TypeDefinition type) =>
        type.Methods.Any(static method => method.Name == "<Clone>$")
        || (type.IsValueType && type.Methods.Any(static method => method.Name == "op_Equality" && IsWrittenByTheCompiler(method)));

    public static bool IsWrittenByTheCompiler(ICustomAttributeProvider member) => Has(member, CompilerGenerated);

    public static bool IsByRefLike(TypeDefinition? type) => type is not null && Has(type, "System.Runtime.CompilerServices.IsByRefLikeAttribute");

    public static bool Has(ICustomAttributeProvider member, string attribute) => Find(member, attribute) is not null;

    public static CustomAttribute? Find(ICustomAttributeProvider member, string attribute) =>
        member.HasCustomAttributes ? member.CustomAttributes.FirstOrDefault(one => one.AttributeType.FullName == attribute) : null;

    /// <summary>Null where the assembly that has it is not among the references.</summary>
    public static TypeDefinition? Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    /// <summary>The type and its bases, without <c>object</c>.</summary>
    public static IEnumerable<TypeDefinition> WithBases(TypeDefinition type)
    {
        for (var current = type; current is not null && current.FullName != "System.Object"; current = current.BaseType is { } above ? Resolve(above) : null)
            yield return current;
    }

    public static IReadOnlyList<TypeDefinition> AllInterfaces(TypeDefinition type)
    {
        var found = new List<TypeDefinition>();
        foreach (var current in WithBases(type))
            Add(current, found);
        return found;
    }

    private static void Add(TypeDefinition type, List<TypeDefinition> found)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (Resolve(implemented.InterfaceType) is { } contract && !found.Contains(contract))
            {
                found.Add(contract);
                Add(contract, found);
            }
        }
    }
}
