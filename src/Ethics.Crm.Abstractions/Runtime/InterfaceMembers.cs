using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Runtime;

/// <summary>Properties of the interfaces of a type that have an attribute, with the methods that implement them there.</summary>
internal static class InterfaceMembers
{
    private const string Trimmed = "The generic callers keep the interfaces of the static type. Where the trimmer removed a member, no id is found and an exception says so.";

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    public static List<Found<TAttribute>> Marked<TAttribute>(Type type)
        where TAttribute : Attribute
    {
        var found = new List<Found<TAttribute>>();
        foreach (var contract in type.GetInterfaces())
        {
            foreach (var property in contract.GetProperties())
            {
                if (property.GetMethod is { } getter && property.GetCustomAttribute<TAttribute>() is { } attribute)
                    found.Add(new(property, attribute, ImplementationOf(getter, contract, type)));
            }
        }

        return found;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Trimmed)]
    private static MethodInfo? ImplementationOf(MethodInfo getter, Type contract, Type type)
    {
        if (type.IsInterface)
            return null;
        var map = type.GetInterfaceMap(contract);
        var index = Array.IndexOf(map.InterfaceMethods, getter);
        return index < 0 ? null : map.TargetMethods[index];
    }

    /// <param name="Property">Of the interface.</param>
    /// <param name="Attribute">What stands on it.</param>
    /// <param name="Getter">What a read through the interface calls; null when that is not known.</param>
    internal sealed record Found<TAttribute>(PropertyInfo Property, TAttribute Attribute, MethodInfo? Getter)
        where TAttribute : Attribute
    {
        /// <summary>By the class's own property, or by an override of it further down.</summary>
        public bool IsImplementedBy(MemberInfo member) =>
            Getter is not null && member is PropertyInfo { GetMethod: { } getter }
            && getter.GetBaseDefinition().MethodHandle == Getter.GetBaseDefinition().MethodHandle;
    }
}
