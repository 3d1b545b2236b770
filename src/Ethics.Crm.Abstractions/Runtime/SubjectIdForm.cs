using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
#if NETSTANDARD2_0
using System.Runtime.Serialization;
#endif

namespace Ethics.Crm.Runtime;

/// <summary>How the ids of one type become text; found once by reflection. For types that <see cref="SubjectId"/> does not know by name.</summary>
internal sealed class SubjectIdForm
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Trimmed = "A field that the trimmer may remove is one that nothing reads, equality included. Without any field left, the id has no text, and nobody is found.";

    // A wrapper of a wrapper is common, a longer chain is a linked list.
    private const int Deepest = 4;

    private static readonly ConditionalWeakTable<Type, SubjectIdForm> Known = new();

    private readonly bool _isOfSystem;
    private readonly FieldInfo[] _fields;
    private readonly bool _hasOwnText;
    private readonly object? _default;

    private SubjectIdForm(Type type)
    {
        _isOfSystem = IsOfSystem(type);
        _fields = type.IsEnum ? [] : FieldsOf(type);
        _hasOwnText = HasOwnText(type);
        _default = type.IsValueType ? DefaultOf(type) : null;
    }

    public static SubjectIdForm Of(Type type) => Known.GetValue(type, static type => new SubjectIdForm(type));

    public SubjectId Read(object id, int depth)
    {
        if (depth > Deepest)
            return SubjectId.None;
        if (_default is not null && IsDefault(id, _default))
            return default;
        // One value in a type of its own is that value: its text may be masked, or follow the culture where the value does not.
        if (_fields.Length == 1 && !_isOfSystem && SubjectId.Of(_fields[0].GetValue(id), depth + 1) is { HasNoText: false } inner)
            return inner;
        if (id is IFormattable formattable)
            return SubjectId.FromText(Invariantly(() => formattable.ToString(FormatOf(id), CultureInfo.InvariantCulture)));
        return _hasOwnText ? SubjectId.FromText(Invariantly(id.ToString)) : SubjectId.None;
    }

    /// <summary>A type may say that its default equals nothing, itself included: then its parts tell.</summary>
    private bool IsDefault(object id, object zero) =>
        id.Equals(zero) || (_fields.Length > 0 && !_isOfSystem && _fields.All(field => Equals(field.GetValue(id), field.GetValue(zero))));

    /// <summary>Dates and times without zone exist from .NET 6 on; their own default loses seconds.</summary>
    private static string? FormatOf(object id) => id.GetType().FullName is "System.DateOnly" or "System.TimeOnly" ? "O" : null;

    /// <summary>A text that somebody wrote. What the compiler writes for records and anonymous types follows the culture; that of generic types of the system names the type.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static bool HasOwnText(Type type)
    {
        if (type.IsArray || (type.IsGenericType && IsOfSystem(type)) || typeof(Delegate).IsAssignableFrom(type))
            return false;
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType) && current != typeof(MarshalByRefObject); current = current.BaseType)
        {
            if (current.GetMethod(nameof(ToString), Declared, null, Type.EmptyTypes, null) is { } own)
                return !own.IsDefined(typeof(CompilerGeneratedAttribute)) && !current.IsDefined(typeof(CompilerGeneratedAttribute));
        }

        return false;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var current = type; current is not null; current = current.BaseType)
            fields.AddRange(current.GetFields(Declared));
        return [.. fields];
    }

    /// <summary>All zero, whatever its constructor does.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A value type needs no constructor to be zero.")]
    private static object DefaultOf(Type type) =>
#if NETSTANDARD2_0
        FormatterServices.GetUninitializedObject(type);
#else
        RuntimeHelpers.GetUninitializedObject(type);
#endif

    private static bool IsOfSystem(Type type) => type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    private string? Invariantly(Func<string?> write)
    {
        if (_isOfSystem)
            return write();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
