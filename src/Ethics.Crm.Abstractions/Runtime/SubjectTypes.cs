using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Ethics.Crm.Runtime;

/// <summary>What a type's people are called. The generator follows the same order, because objects and keys must meet.</summary>
internal static class SubjectTypes
{
    public const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties
        | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields
        | DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicMethods | DynamicallyAccessedMemberTypes.Interfaces;

    private const string Kept = "The generic callers keep the interfaces of the static type.";

    /// <summary>
    /// The base-most class or interface that has <see cref="DataSubjectAttribute"/> decides (so a proxy is called like what it stands for, and whoever implements
    /// an interface is that interface's person): by the name it gives, else by its own full name. Without one, the class that declares the id.
    /// </summary>
    /// <exception cref="ArgumentException">Neither is there, or unrelated ones give several names.</exception>
    public static string NameOf(Type type)
    {
        var names = GivenNames(type);
        return names.Count switch
        {
            1 => names[0],
            0 => OfIdsDeclarer(type) ?? throw new ArgumentException($"'{FullName(type)}' is not about a person: it has neither [DataSubject] nor a [DataSubjectId] of its own."),
            _ => throw new ArgumentException($"The people of '{FullName(type)}' have several names ({string.Join(", ", names)}): say which with the class or interface that gives it."),
        };
    }

    /// <summary>All names of the people whose id an object of this type declares: data that is known under several needs all of them to allow.</summary>
    /// <param name="declaring">Gives the name when no <see cref="DataSubjectAttribute"/> does.</param>
    public static IReadOnlyList<string> NamesOf(Type type, Type declaring) => GivenNames(type) is { Count: > 0 } given ? given : [FullName(declaring)];

    /// <summary>The C# name: dots for nested types, no generic arity.</summary>
    public static string FullName(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return Regex.Replace((definition.FullName ?? definition.Name).Replace('+', '.'), "`[0-9]+", "");
    }

    /// <summary>What the marked types with no marked one above them say.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
    private static List<string> GivenNames(Type type)
    {
        var marked = new List<(Type Type, string Name)>();
        for (var current = type; current is not null; current = current.BaseType)
            AddIfMarked(current, marked);
        foreach (var contract in type.GetInterfaces())
            AddIfMarked(contract, marked);

        return marked
            .Where(one => !marked.Exists(above => above.Type != one.Type && above.Type.IsAssignableFrom(one.Type)))
            .Select(static one => one.Name)
            .Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToList();
    }

    private static void AddIfMarked(Type type, List<(Type Type, string Name)> marked)
    {
        if (type.GetCustomAttribute<DataSubjectAttribute>(inherit: false) is { } attribute)
            marked.Add((type, SubjectId.TextOrNull(attribute.SubjectType) ?? FullName(type)));
    }

    private static string? OfIdsDeclarer(Type type) =>
        SubjectMembers.Of(type).Ids.FirstOrDefault(static id => id.Subject is null) is { } own ? FullName(own.DeclaringType) : null;
}
