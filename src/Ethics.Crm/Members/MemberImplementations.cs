using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Members;

/// <summary>What a read of a member runs in an object of some type: an override, or what implements an interface's property.</summary>
internal static class MemberImplementations
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Trimmed = "What the trimmer removed no object has.";

    /// <summary>Whether objects of the type may have another implementation than the member itself.</summary>
    public static bool MayBeAnother(Type type, MemberInfo member) =>
        member is PropertyInfo { GetMethod: { IsVirtual: true, IsFinal: false } } && !type.IsSealed;

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    public static MemberInfo In(Type type, MemberInfo member)
    {
        if (member is not PropertyInfo { GetMethod: { IsVirtual: true } getter } || type == member.DeclaringType || type.IsInterface)
            return member;
        var target = getter;
        if (member.DeclaringType!.IsInterface)
        {
            var map = type.GetInterfaceMap(member.DeclaringType);
            var index = Array.IndexOf(map.InterfaceMethods, getter);
            if (index < 0 || map.TargetMethods[index] is not { } implementing)
                return member;
            target = implementing;
        }

        var root = target.GetBaseDefinition();
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetProperties(Declared))
            {
                if (property.GetMethod is { } own && own.GetBaseDefinition() == root)
                    return property;
            }
        }

        return member;
    }
}
