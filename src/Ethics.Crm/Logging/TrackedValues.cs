using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Logging;

/// <summary>What Entity Framework Core says of an object that it keeps track of. Each of its answers names the context, and what takes that to pieces runs the queries of its sets. Known by name: the package references none.</summary>
internal static class TrackedValues
{
    private const string Space = "Microsoft.EntityFrameworkCore";

    /// <summary>Takes what an object of the type tells. Null for all other types.</summary>
    public static Func<object, IEnumerable?>? Of(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            if (current.Namespace is { } space && space.StartsWith(Space, StringComparison.Ordinal) && Told(current.Name) is { } names)
                return Of(current, names);
        }

        return null;
    }

    /// <summary>An entry whose context is not for the log, but whose own object is: its text names the object by its keys. Null for all other values.</summary>
    public static string? TextOf(object value)
    {
        for (var current = value.GetType(); current is not null && current != typeof(object); current = current.BaseType)
        {
            if (current is { Name: "EntityEntry", Namespace: { } space } && space.StartsWith(Space, StringComparison.Ordinal) && Read(current, "Entity") is { } property)
                return Text(value, property);
        }

        return null;
    }

    private static string? Text(object entry, PropertyInfo property)
    {
        try
        {
            return property.GetValue(entry) is { } entity && ReferenceEquals(LoggedValues.Redacted(entity), entity) ? entry.ToString() : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Its context is gone, say: no call of a log fails because of what it was given.
            return null;
        }
    }

    private static string[]? Told(string name) => name switch
    {
        "EntityEntry" => ["Entity", "Context"],
        "MemberEntry" => ["EntityEntry"],
        "ChangeTracker" or "DbContextEventData" => ["Context"],
        "EntityEntryEventArgs" => ["Entry"],
        "DbUpdateException" => ["Entries"],
        _ => null,
    };

    private static Func<object, IEnumerable?> Of(Type type, string[] names)
    {
        var properties = Array.ConvertAll(names, name => Read(type, name));
        return one => Array.Exists(properties, static property => property is null) ? null : Array.ConvertAll(properties, property => property!.GetValue(one));
    }

    /// <summary>What a class derived from it hides is another property.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static PropertyInfo? Read(Type type, string name) => type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
}
