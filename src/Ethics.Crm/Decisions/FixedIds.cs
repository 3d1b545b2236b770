using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Decisions;

/// <summary>
/// Which ids stay what they are. A slot remembers the id it was bound for; one that is an object and changes in place would still equal itself, and carry one person's
/// decisions over to another.
/// </summary>
internal static class FixedIds
{
    private const string Trimmed = "A field that the trimmer removes is one that nothing writes.";
    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> Known = new();

    public static bool IsFixed<TKey>(TKey key) => typeof(TKey).IsValueType ? OfType<TKey>.IsFixed : key is null || IsFixed(key.GetType());

    private static bool IsFixed(Type type)
    {
        if (Known.TryGetValue(type, out var known))
            return known.Value;
        var answer = Look(type, []);
        Known.GetValue(type, _ => new StrongBox<bool>(answer));
        return answer;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static bool Look(Type type, HashSet<Type> seen)
    {
        // A type that contains itself is fixed when all the rest is.
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Uri) || !seen.Add(type))
            return true;
        if (type.IsArray || type.IsInterface || type.IsPointer || type == typeof(object))
            return false;
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                // The slot has a copy of a value, so nobody writes its fields; what they refer to is another matter.
                if ((!field.IsInitOnly && !type.IsValueType) || !Look(field.FieldType, seen))
                    return false;
            }
        }

        return true;
    }

    private static class OfType<TKey>
    {
        public static readonly bool IsFixed = FixedIds.IsFixed(typeof(TKey));
    }
}
