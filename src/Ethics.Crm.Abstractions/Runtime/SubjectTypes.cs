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
        | DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    /// <summary>
    /// The base-most class that has <see cref="DataSubjectAttribute"/> decides (so a proxy is called like what it stands for): by the name it gives, else by its
    /// own full name. Without one, the class that declares the id.
    /// </summary>
    /// <exception cref="ArgumentException">Neither is there.</exception>
    public static string NameOf(Type type)
    {
        string? name = null;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetCustomAttribute<DataSubjectAttribute>(inherit: false) is { } attribute)
                name = SubjectId.TextOrNull(attribute.SubjectType) ?? FullName(current);
        }

        return name ?? (type.IsInterface ? NameOfMarked(type) : null) ?? OfIdsDeclarer(type)
            ?? throw new ArgumentException($"'{FullName(type)}' is not about a person: it has neither [DataSubject] nor a [DataSubjectId] of its own.");
    }

    /// <summary>The C# name: dots for nested types, no generic arity.</summary>
    public static string FullName(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return Regex.Replace((definition.FullName ?? definition.Name).Replace('+', '.'), "`[0-9]+", "");
    }

    private static string? NameOfMarked(Type type) =>
        type.GetCustomAttribute<DataSubjectAttribute>(inherit: false) is { } attribute ? SubjectId.TextOrNull(attribute.SubjectType) ?? FullName(type) : null;

    private static string? OfIdsDeclarer(Type type) =>
        SubjectMembers.Of(type).Ids.FirstOrDefault(static id => id.Subject is null) is { } own ? FullName(own.DeclaringType) : null;
}
