using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Binding;

/// <summary>The <c>[ForPurpose]</c> of compiled code, in the order in which the build counts them for a member.</summary>
internal static class DeclaredPurposes
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Trimmed = "What the trimmer removed declares nothing; code without purpose is refused.";

    /// <summary>Null when the symbol itself declares nothing; empty for <c>[ForPurpose()]</c>.</summary>
    public static IReadOnlyList<string>? Own(ICustomAttributeProvider symbol)
    {
        foreach (var attribute in symbol.GetCustomAttributes(typeof(ForPurposeAttribute), inherit: false))
            return NamesIn((ForPurposeAttribute)attribute);
        return null;
    }

    /// <summary>Blank names name nothing; that they stand there is a finding of the build.</summary>
    public static IReadOnlyList<string> NamesIn(ForPurposeAttribute attribute) => [.. attribute.Purposes.Where(static name => !string.IsNullOrWhiteSpace(name))];

    /// <summary>The member's own, or that of the property whose accessor it is.</summary>
    public static IReadOnlyList<string>? OwnOrProperty(MemberInfo member) => Own(member) ?? (PropertyOf(member) is { } property ? Own(property) : null);

    /// <summary>What the member says, then what it overrides or implements, all of them together; null when none of them declares.</summary>
    public static IReadOnlyList<string>? OfMember(MemberInfo member)
    {
        if (OwnOrProperty(member) is { } own || member is not MethodInfo method)
            return OwnOrProperty(member);
        IReadOnlyList<string>? inherited = null;
        foreach (var declaration in Declarations(method))
            inherited = Union(inherited, OwnOrProperty(declaration));
        return inherited;
    }

    /// <summary>The type and those around it from inside out, then their bases and interfaces; null when none of them declares.</summary>
    public static IReadOnlyList<string>? OfType(Type innermost)
    {
        for (var type = innermost; type is not null; type = type.DeclaringType)
        {
            if (Own(type) is { } declared)
                return declared;
        }

        for (var type = innermost; type is not null; type = type.DeclaringType)
        {
            if (OfBases(type) is { } declared)
                return declared;
        }

        return null;
    }

    /// <summary>The methods that it overrides, and the interface methods that it or one of these implements.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    public static IEnumerable<MethodInfo> Declarations(MethodInfo method)
    {
        var first = method.GetBaseDefinition();
        for (var type = method.DeclaringType; type is not null; type = type.BaseType)
        {
            // Each override of the chain is a declaration; a class between may have none.
            var here = type == method.DeclaringType ? method : type.GetMethods(Any).FirstOrDefault(m => m.IsVirtual && m.Name == method.Name && m.GetBaseDefinition() == first);
            if (here is null)
                continue;
            if (here != method)
                yield return here;
            foreach (var implemented in Implemented(here, type))
                yield return implemented;
        }
    }

    public static IReadOnlyList<string>? Union(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is null ? right : right is null ? left : [.. left.Union(right, StringComparer.Ordinal)];

    /// <summary>The nearest base class that declares, and every interface that does.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static IReadOnlyList<string>? OfBases(Type type)
    {
        IReadOnlyList<string>? found = null;
        for (var current = type.BaseType; current is not null && found is null; current = current.BaseType)
            found = Own(current);
        foreach (var contract in type.GetInterfaces())
            found = Union(found, Own(contract));
        return found;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = Trimmed)]
    private static IEnumerable<MethodInfo> Implemented(MethodInfo method, Type type)
    {
        // An open generic type has no map; what is asked here is code that runs, whose types are closed.
        if (type.IsInterface || type.IsGenericTypeDefinition)
            yield break;
        var definition = method.IsGenericMethod && !method.IsGenericMethodDefinition ? method.GetGenericMethodDefinition() : method;
        foreach (var contract in type.GetInterfaces())
        {
            var map = type.GetInterfaceMap(contract);
            for (var i = 0; i < map.TargetMethods.Length; i++)
            {
                // The method that the map names may be seen through another type than the one that declares it.
                if (map.TargetMethods[i] is { } target && target.MetadataToken == definition.MetadataToken && target.Module == definition.Module)
                    yield return map.InterfaceMethods[i];
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static PropertyInfo? PropertyOf(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: true, DeclaringType: { } type } accessor
            ? type.GetProperties(Any).FirstOrDefault(p => p.GetAccessors(nonPublic: true).Contains(accessor))
            : null;
}
