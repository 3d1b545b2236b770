using System.Diagnostics.CodeAnalysis;

namespace Ethics.Crm.Binding;

/// <summary>A class that a function may make.</summary>
/// <param name="IsKnown">Whether it declares purposes; else it may, which its attributes say.</param>
/// <param name="Services">What it is: its bases and interfaces, the generic ones without their arguments.</param>
internal sealed record DeclaringClass(Type Class, bool IsKnown, Type[] Services)
{
    /// <summary>Null for one that cannot be loaded, and so is not made either.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Of an interface that the trimmer removed nothing is made.")]
    public static DeclaringClass? Of(Type type, bool isKnown)
    {
        try
        {
            var services = new HashSet<Type>(type.GetInterfaces().Select(Definition));
            for (var current = type; current is not null; current = current.BaseType)
                services.Add(Definition(current));
            return new(type, isKnown, [.. services]);
        }
        catch (Exception e) when (e is TypeLoadException or IOException or BadImageFormatException)
        {
            return null;
        }
    }

    public static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
