using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Decisions;

/// <summary>
/// Which ids name one person for good. A slot remembers the id that it was bound for, and the fast path asks only whether an object's id equals it. That would carry one
/// person's decisions over to another where an id changes in place and still equals itself, and where two ids are equal but are two people, because people are told apart by text.
/// </summary>
internal static class FixedIds
{
    private const string Trimmed = "A field that the trimmer removes is one that nothing writes, and an equality that it removes is one that nothing asks.";
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Values of the system that never change and whose equal ones have the same text. Not Uri, which is equal to others that name another user.
    private static readonly HashSet<Type> Plain = [typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(BigInteger), typeof(Version)];
    private static readonly HashSet<string> PlainByName = ["System.DateOnly", "System.TimeOnly", "System.Half", "System.Int128", "System.UInt128"];

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
        if (type.IsPrimitive || type.IsEnum || Plain.Contains(type) || PlainByName.Contains(type.FullName ?? "") || !seen.Add(type))
            return true;
        if (type.IsArray || type.IsInterface || type.IsPointer || type == typeof(object))
            return false;
        // Equal when their parts are.
        var isOfParts = type.IsGenericType && type.Namespace == nameof(System) && (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) || type.GetGenericTypeDefinition() == typeof(Nullable<>));
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            if (!isOfParts && current.GetMethods(Declared).Any(IsOwnEquality))
                return false;
            foreach (var field in current.GetFields(Declared))
            {
                // The slot has a copy of a value, so nobody writes its fields; what they refer to is another matter, and may be of a derived type.
                if ((!field.IsInitOnly && !type.IsValueType) || !field.FieldType.IsSealed || !Look(field.FieldType, seen))
                    return false;
            }
        }

        return true;
    }

    /// <summary>One that a person wrote may hold equal what has two texts; that of a record compares the parts.</summary>
    private static bool IsOwnEquality(MethodInfo method) =>
        (method.Name == nameof(Equals) || method.Name.EndsWith("." + nameof(Equals), StringComparison.Ordinal)) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static class OfType<TKey>
    {
        public static readonly bool IsFixed = FixedIds.IsFixed(typeof(TKey));
    }
}
