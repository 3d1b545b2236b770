using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Members;

/// <summary>The guard that a generated getter asks.</summary>
internal static class PropertyGuards
{
    private const BindingFlags Nested = BindingFlags.Public | BindingFlags.NonPublic;
    private const string Trimmed = "Where the trimmer removed a guard's name, the property is taken for one that is not guarded: its labels are then asked beside its getter, which refuses as before.";

    /// <summary>The guard of the property, or of the one that it overrides: what a proxy calls.</summary>
    /// <returns>Null where none of them is guarded.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    public static GuardedMember? OfOverridden(PropertyInfo property)
    {
        if (Of(property) is { } own)
            return own;
        for (var type = property.DeclaringType!.BaseType; type is not null && property.GetMethod is { IsVirtual: true }; type = type.BaseType)
        {
            if (type.GetProperty(property.Name, BindingFlags.Instance | Nested | BindingFlags.DeclaredOnly) is { } overridden && Of(overridden) is { } guard)
                return guard;
        }

        return null;
    }

    /// <summary>What passes while the property or field is moved into storage or out of it.</summary>
    public static StoredMember Stored(MemberInfo member) =>
        new(member is PropertyInfo property ? OfOverridden(property) : null, SubjectTypes.FullName(member.DeclaringType!) + "." + member.Name);

    /// <returns>Null for a property that is not guarded.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2059", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = Trimmed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The getter uses the same instantiation.")]
    public static GuardedMember? Of(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        foreach (var nested in declaring.GetNestedTypes(Nested))
        {
            var guards = nested.ContainsGenericParameters && declaring.IsConstructedGenericType && nested.GetGenericArguments().Length == declaring.GetGenericArguments().Length
                ? nested.MakeGenericType(declaring.GetGenericArguments())
                : nested;
            if (guards.ContainsGenericParameters || guards.GetField(property.Name, BindingFlags.Static | Nested) is not { } field || field.FieldType != typeof(GuardedMember))
                continue;
            RuntimeHelpers.RunClassConstructor(guards.TypeHandle);
            return (GuardedMember?)field.GetValue(null);
        }

        return null;
    }
}
