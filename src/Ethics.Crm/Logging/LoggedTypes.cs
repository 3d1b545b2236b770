using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Nodes;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>Looks at each type once for each policy.</summary>
internal static class LoggedTypes
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly KnownTypes<LoggedType> Known = new(Look);

    public static LoggedType Of(Type type) => Known.Of(type);

    private static LoggedType Look(Type type)
    {
        try
        {
            return Seen(type);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Something of it is in an assembly that is not there: nobody can tell what its objects hold.
            return LoggedType.Labelled;
        }
    }

    private static LoggedType Seen(Type type)
    {
        if (LabelledTypes.Reaches(type))
            return LoggedType.Labelled;
        var (parts, held) = (PartsOf(type), HeldValues.Of(type, MayBeMore));
        var facts = parts.Length > 0 || held is not null ? new LoggedType { Parts = parts, Held = held } : LoggedType.Nothing;
        if (!typeof(IEnumerable).IsAssignableFrom(type))
            return facts;

        var sequences = ContractsOf(type);
        var items = ItemsOf(sequences, typeof(IEnumerable<>));
        // One that says nothing of its items may hold anything.
        if (items.Length > 0 && !items.Any(IsShown))
            return facts;
        // A node of a document, say: its parts lie there, and no query is run to look at them.
        if (typeof(JsonNode).IsAssignableFrom(type) || Array.Exists(items, item => item != typeof(object) && item.IsAssignableFrom(type)))
            return facts with { IsCollection = true, IsTree = true };
        return IsCollection(type)
            // What a collection of the program has beside its items is shown by what takes it for an object.
            ? facts with { IsCollection = true }
            : LoggedType.Lazy;
    }

    private static bool IsCollection(Type type) =>
        typeof(ICollection).IsAssignableFrom(type) || ItemsOf(ContractsOf(type), typeof(ICollection<>)).Length > 0 || ItemsOf(ContractsOf(type), typeof(IReadOnlyCollection<>)).Length > 0;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Of an interface that the trimmer removed nothing is asked.")]
    private static Type[] ContractsOf(Type type) => [.. type.GetInterfaces().Append(type).Where(static one => one.IsInterface && one.IsGenericType)];

    private static Type[] ItemsOf(Type[] contracts, Type of) => [.. contracts.Where(one => one.GetGenericTypeDefinition() == of).Select(static one => one.GetGenericArguments()[0])];

    /// <summary>The fields behind what everybody may read of an object: public ones and those of automatic properties. Where a public property is computed, whatever it may be computed of.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed is shown by nothing.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A member that the trimmer removed is shown by nothing.")]
    private static FieldInfo[] PartsOf(Type type)
    {
        var found = new List<FieldInfo>();
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            var shown = current.GetProperties(Own).Where(static one => one.GetMethod is { IsPublic: true } && one.GetIndexParameters().Length == 0 && IsShown(one.PropertyType)).ToLookup(static one => one.Name, static one => one.PropertyType, StringComparer.Ordinal);
            var fields = current.GetFields(Own);
            if (LabelledTypes.IsOfTheSystem(current))
            {
                var computed = shown.Where(one => !Array.Exists(fields, field => PropertyOf(field) == one.Key)).SelectMany(static one => one).ToArray();
                found.AddRange(fields.Where(field => IsOfTheProgram(current, field)
                    || (HoldsObjects(field.FieldType) && (field.IsPublic || shown.Contains(PropertyOf(field)) || Array.Exists(computed, property => Yields(property, field.FieldType))))));
                continue;
            }

            var stored = fields.Where(field => IsShown(field.FieldType) && (field.IsPublic || shown.Contains(PropertyOf(field)))).ToArray();
            // What a function holds counts where everybody gets the function, and where one is computed it is made of nothing that is shown.
            var isComputed = shown.Any(one => one.Any(MayBeMore) && !Array.Exists(stored, field => PropertyOf(field) == one.Key));
            found.AddRange(isComputed ? fields.Where(static field => MayBeMore(field.FieldType)).Union(stored) : stored);
        }

        return [.. found];
    }

    /// <summary>What a type of the framework keeps for the program: it has the type that the program gave it (pairs, tuples, values that are made later), or lies in rows of such; in an exception what it is about and around.</summary>
    private static bool IsOfTheProgram(Type type, FieldInfo field)
    {
        var kept = field.FieldType;
        if (typeof(Exception).IsAssignableFrom(type))
            return kept == typeof(Exception) || kept == typeof(Exception[]) || kept == typeof(IDictionary) || (kept == typeof(object) && type != typeof(Exception));
        return type.IsGenericType && MayBeMore(kept)
            && (type.GetGenericArguments().Contains(kept) || (!typeof(IEnumerable).IsAssignableFrom(type) && (kept.IsArray || (kept.IsGenericType && !kept.IsInterface))));
    }

    /// <summary>Extensions, items, arguments, errors, tags, values of a route: whatever the program puts there.</summary>
    private static bool HoldsObjects(Type type)
    {
        if (type == typeof(object) || type == typeof(object[]) || typeof(Exception).IsAssignableFrom(type))
            return true;
        if (!typeof(IEnumerable).IsAssignableFrom(type))
            return false;
        return (type.IsInterface && !type.IsGenericType)
            || (type.IsGenericType && Array.IndexOf(type.GetGenericArguments(), typeof(object)) >= 0)
            || ItemsOf(ContractsOf(type), typeof(IEnumerable<>)).Any(IsOpen);
    }

    private static bool IsOpen(Type item) =>
        item == typeof(object) || (item.IsGenericType && LabelledTypes.IsOfTheSystem(item) ? item.GetGenericArguments().Any(IsOpen) : HeldValues.Of(item, static _ => true) is not null);

    /// <summary>Whether what lies in a field is what a property computes, which shows it as one of its contracts.</summary>
    private static bool Yields(Type property, Type field) => property == field || (property.IsGenericType && property.IsInterface && property.IsAssignableFrom(field) && IsCollection(field));

    private static bool IsShown(Type type) => MayBeMore(type) || typeof(Delegate).IsAssignableFrom(type);

    /// <summary>Of <c>&lt;Name&gt;k__BackingField</c>, and <c>&lt;Name&gt;i__Field</c> in anonymous objects.</summary>
    private static string PropertyOf(FieldInfo field) => field.Name[0] == '<' && field.Name.IndexOf('>') is > 1 and var end ? field.Name.Substring(1, end - 1) : "";

    /// <summary>Whether a value of the type may be, or hold, something of a type that this one does not name.</summary>
    private static bool MayBeMore(Type type)
    {
        if (type == typeof(object) || type.IsInterface)
            return true;
        if (LabelledTypes.IsPlain(type) || type.IsPointer || type.IsByRef || typeof(Delegate).IsAssignableFrom(type))
            return false;
        if (type.IsArray)
            return MayBeMore(type.GetElementType()!);
        if (type.IsGenericType && LabelledTypes.IsOfTheSystem(type))
            return type.GetGenericArguments().Any(MayBeMore);
        // A class of the program has its own parts, and may have classes beneath it that have others.
        return !LabelledTypes.IsOfTheSystem(type) || typeof(IEnumerable).IsAssignableFrom(type) || typeof(JsonNode).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type) || HeldValues.Of(type, static _ => true) is not null;
    }
}
