using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <summary>
/// Looks at the slots of objects of one type, which generated code keeps in a private field: two thirds of the time of a look-up by key is saved. Only for classes about one person who is named by one member of the class;
/// all others, and programs in which nothing can be compiled at run time, are asked by key.
/// </summary>
internal sealed class SlotReader<T>
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    internal const string OnlyCompiled = "Asked only where code can be compiled at run time.";
    internal const string Trimmed = "Where the trimmer removed the field or a name, there is no reader, and people are asked by key.";

    private readonly Func<T, ConsentSlot?> _held;
    private readonly Func<T, GateHost, ConsentSlot> _bind;
    private readonly SubjectMembers.IdMember _id;
    private readonly IReadOnlyList<string> _names;
    private readonly ConditionalWeakTable<Type, StrongBox<bool>> _speaksFor = new();

    private SlotReader(Func<T, ConsentSlot?> held, Func<T, GateHost, ConsentSlot> bind, SlotLoops<T> loops, SubjectMembers.IdMember id, IReadOnlyList<string> names, bool runsNoOtherCode)
    {
        _names = names;
        _held = held;
        _bind = bind;
        Loops = loops;
        _id = id;
        RunsNoOtherCode = runsNoOtherCode;
    }

    /// <summary>For many objects in a row.</summary>
    public SlotLoops<T> Loops { get; }

    /// <summary>Whether a look at a slot reads fields and nothing else: then no lock is waited for, on whatever thread it is.</summary>
    public bool RunsNoOtherCode { get; }

    /// <summary>Null where objects are asked by key.</summary>
    public static SlotReader<T>? Instance { get; } = FindIfAny();

    /// <summary>Whether the slot speaks for objects of a type: not where a derived one names further people, another one under the same name, or the same by further names.</summary>
    public bool SpeaksFor(Type type)
    {
        if (!_speaksFor.TryGetValue(type, out var speaks))
            speaks = _speaksFor.GetValue(type, one => new(IsNamedAlike(one)));
        return speaks.Value;
    }

    private bool IsNamedAlike(Type type)
    {
        try
        {
            return SubjectMembers.Of(type) is { TenantMember: null, Ids: [var id] } && id.Name == _id.Name && id.DeclaringType == _id.DeclaringType && _names.SequenceEqual(NamesOf(id, type));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Reflection meets a type that is not there, say: it may be about others too.
            return false;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Trimmed)]
    private static IReadOnlyList<string> NamesOf(SubjectMembers.IdMember id, Type type) => SubjectTypes.NamesOf(id.Subject ?? type, id.Subject ?? id.DeclaringType);

    private static SlotReader<T>? FindIfAny()
    {
        try
        {
            return Find();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Reflection meets a type that is not there, say. People are asked by key then, which meets what it has to.
            return null;
        }
    }

    /// <inheritdoc cref="SlotLook.Held"/>
    public ConsentSlot? Held(T item) => _held(item);

    /// <inheritdoc cref="SlotLook.Bind"/>
    public ConsentSlot Bind(T item, GateHost host) => _bind(item, host);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2087", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = Trimmed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = OnlyCompiled)]
    private static SlotReader<T>? Find()
    {
#if NET8_0_OR_GREATER
        if (!RuntimeFeature.IsDynamicCodeCompiled)
            return null;
#endif
        if (typeof(T).IsValueType || typeof(T).IsInterface || SubjectMembers.Of(typeof(T)) is not { TenantMember: null, Ids: [var id] })
            return null;
        for (var type = typeof(T); type is not null && type != typeof(object); type = type.BaseType)
        {
            var slots = type.GetFields(Declared).Where(static f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(SubjectSlot<>)).ToList();
            if (slots.Count == 0)
                continue;
            return slots.Count == 1 && !type.IsGenericType && KeyOf(type, id.Name) is { } key && DeclarerOf(key) == id.DeclaringType && BinderOf(type) is { } binder ? Compile(slots[0], key, binder, id, NamesOf(id, type)) : null;
        }

        return null;
    }

    private static Type? DeclarerOf(MemberInfo key) => key switch
    {
        MethodInfo raw => raw.GetBaseDefinition().DeclaringType,
        PropertyInfo { GetMethod: { } getter } => getter.GetBaseDefinition().DeclaringType,
        _ => key.DeclaringType,
    };

    /// <summary>As generated code reads it: past its own gate where it is guarded.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static MemberInfo? KeyOf(Type type, string id)
    {
        for (var current = type; current is not null; current = current.BaseType!)
        {
            if (current.GetMethod("__EthicsRaw" + id, Declared, null, Type.EmptyTypes, null) is { } raw)
                return raw;
            if (current.GetMember(id, MemberTypes.Property | MemberTypes.Field, Declared) is [var only])
                return only is PropertyInfo { GetMethod: null } ? null : only;
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static object? BinderOf(Type type)
    {
        foreach (var nested in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic))
        {
            foreach (var field in nested.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(SubjectBinder<>) && !nested.ContainsGenericParameters)
                    return field.GetValue(null);
            }
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = Trimmed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = OnlyCompiled)]
    private static SlotReader<T>? Compile(FieldInfo slot, MemberInfo key, object binder, SubjectMembers.IdMember id, IReadOnlyList<string> names)
    {
        var keyType = slot.FieldType.GetGenericArguments()[0];
        if (binder.GetType().GetGenericArguments()[0] != keyType)
            return null;
        var item = Expression.Parameter(typeof(T));
        var host = Expression.Parameter(typeof(GateHost));
        var value = key switch
        {
            MethodInfo raw => Expression.Call(item, raw),
            PropertyInfo property => Expression.Property(item, property),
            _ => (Expression)Expression.Field(item, (FieldInfo)key),
        };
        if (value.Type != keyType)
            return null;
        var place = Expression.Field(item, slot);
        // Apart, because a function that knows the binder has to fetch it first.
        return new SlotReader<T>(
            Expression.Lambda<Func<T, ConsentSlot?>>(Expression.Call(Method(nameof(SlotLook.Held)), place, value), item).Compile(),
            Expression.Lambda<Func<T, GateHost, ConsentSlot>>(Expression.Call(Method(nameof(SlotLook.Bind)), place, value, host, Expression.Constant(binder)), item, host).Compile(),
            new SlotLoops<T>(item, place, value),
            id,
            names,
            PlainKeys.ReadsOnlyAField(key) && PlainKeys.ComparesParts(keyType));

        MethodInfo Method(string name) => typeof(SlotLook).GetMethod(name)!.MakeGenericMethod(keyType);
    }
}
