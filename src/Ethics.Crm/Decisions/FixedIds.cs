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

    // A wrapper of a wrapper is the value inside only so far; further in, its own text is asked for.
    private const int DeepestWrapper = 3;

    // Values of the system that never change and whose equal ones have the same text. Not Uri, which is equal to others that name another user.
    private static readonly HashSet<Type> Plain = [typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(BigInteger), typeof(Version)];
    private static readonly HashSet<string> PlainByName = ["System.DateOnly", "System.TimeOnly", "System.Half", "System.Int128", "System.UInt128"];

    // Equal ones have the same text only where it is we who write it: 1.0 and 1.00, 0 and -0, one instant in two offsets, one time of two kinds.
    private static readonly HashSet<Type> OfSeveralTexts = [typeof(decimal), typeof(double), typeof(float), typeof(DateTime), typeof(DateTimeOffset)];

    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> Known = new();

    public static bool IsFixed<TKey>(TKey key) => typeof(TKey).IsValueType ? OfType<TKey>.IsFixed : key is null || IsFixed(key.GetType());

    /// <summary>Whether no code of the application has a say in the text of the id.</summary>
    public static bool HasOurText<TKey>(TKey key)
    {
        var type = typeof(TKey).IsValueType ? Nullable.GetUnderlyingType(typeof(TKey)) ?? typeof(TKey) : key?.GetType() ?? typeof(TKey);
        return type.IsPrimitive || Plain.Contains(type) || PlainByName.Contains(type.FullName ?? "");
    }

    /// <param name="type">The class of a key.</param>
    public static bool IsFixed(Type type)
    {
        if (Known.TryGetValue(type, out var known))
            return known.Value;
        var answer = Look(type, inText: false, wrappers: 0, []);
        Known.GetValue(type, _ => new StrongBox<bool>(answer));
        return answer;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static bool Look(Type type, bool inText, int wrappers, HashSet<(Type, bool)> seen)
    {
        if (inText && (OfSeveralTexts.Contains(type) || type.FullName == "System.Half"))
            return false;
        // A type that contains itself is fixed when all the rest is.
        if (type.IsPrimitive || type.IsEnum || Plain.Contains(type) || PlainByName.Contains(type.FullName ?? "") || !seen.Add((type, inText)))
            return true;
        if (type.IsArray || type.IsInterface || type.IsPointer || type == typeof(object))
            return false;
        // Equal when their parts are.
        var isNullable = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>);
        var isTuple = type.IsGenericType && type.Namespace == nameof(System) && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);
        var types = SelfAndBases(type).ToList();
        if (!isNullable && !isTuple && (types.Exists(static one => one.GetMethods(Declared).Any(IsOwnEquality)) || IsComparedElsewhere(type)))
            return false;

        var fields = types.SelectMany(static one => one.GetFields(Declared)).ToList();
        // A key of several people has each of them as a part. The one part of another type is the id; several parts have the text that their type writes of them.
        var isWrapper = !isNullable && !isTuple;
        var partsAreInText = inText || (isTuple && wrappers > 0) || (isWrapper && (fields.Count > 1 || wrappers == DeepestWrapper || type.Namespace?.Split('.')[0] == nameof(System)));
        // The slot has a copy of a value, so nobody writes its fields; what they refer to is another matter, and may be of a derived type.
        return fields.TrueForAll(field => (field.IsInitOnly || type.IsValueType) && field.FieldType.IsSealed && Look(field.FieldType, partsAreInText, isWrapper ? wrappers + 1 : wrappers, seen));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static IEnumerable<Type> SelfAndBases(Type type)
    {
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
            yield return current;
    }

    /// <summary>One that a person wrote may hold equal what has two texts; that of a record compares the parts.</summary>
    private static bool IsOwnEquality(MethodInfo method) =>
        (method.Name is nameof(Equals) or "get_EqualityContract" || method.Name.EndsWith("." + nameof(Equals), StringComparison.Ordinal)) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    /// <summary>Equal by a method of an interface that has a body, or of another name, as some languages let one implement it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static bool IsComparedElsewhere(Type type) =>
        Array.Exists(type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEquatable<>) && one.GenericTypeArguments[0] == type)
        && !Array.Exists(type.GetMethods(Declared), method => method.Name == nameof(Equals) && method.GetParameters() is [var only] && only.ParameterType == type);

    private static class OfType<TKey>
    {
        public static readonly bool IsFixed = FixedIds.IsFixed(typeof(TKey));
    }
}
