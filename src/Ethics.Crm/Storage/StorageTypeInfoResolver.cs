using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Json;
using Ethics.Crm.Members;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Storage;

/// <summary>A resolver whose objects are written and filled as a database does it: past the gate, also where only the object itself may set a member, and noted by type.</summary>
internal sealed class StorageTypeInfoResolver : IJsonTypeInfoResolver
{
    private const string Trimmed = "A member or constructor that the trimmer removed is not used by anybody.";

    private readonly IJsonTypeInfoResolver _inner;

    /// <exception cref="InvalidOperationException">A part of it writes by finished code.</exception>
    public StorageTypeInfoResolver(IJsonTypeInfoResolver inner)
    {
        SerializationOnlyContexts.Check(inner);
        _inner = inner;
    }

    /// <summary>Whether values of the type, or what it is a list of, can be anything, which says nothing of itself.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Interfaces of a type that is serialised are kept.")]
    public static bool HoldsAnything(Type type)
    {
        if (type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type))
            return true;
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type))
            return type.IsGenericType && Nullable.GetUnderlyingType(type) is null && type.GetGenericArguments().Any(HoldsAnything);
        var elements = type.GetInterfaces().Append(type).Where(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)).Select(static one => one.GetGenericArguments()[0]).ToList();
        return elements.Count == 0 || elements.Any(HoldsAnything);
    }

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var info = _inner.GetTypeInfo(type, options);
        if (info is { Kind: JsonTypeInfoKind.Object, IsReadOnly: false })
            Prepare(info);
        else if (info is { Kind: JsonTypeInfoKind.Dictionary, IsReadOnly: false })
            NoteUse(info, new StoredType(SubjectTypes.FullName(type), [], IsOpen: true));
        return info;
    }

    private static void Prepare(JsonTypeInfo info)
    {
        SerializationOnlyContexts.Check(info);
        // Even null would take away the constructor with parameters that the serialiser has found.
        if (info.CreateObject is null && PrivateConstructor(info.Type) is { } create)
            info.CreateObject = create;
        var hasParameters = info.CreateObject is null;
        var members = new List<(string, MemberGate)>();
        var isOpen = false;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            var member = JsonMembers.Of(info, property);
            if (member is PropertyInfo computed && property.Set is null && !CanBeSet(computed) && FieldOf(computed) is null && !(hasParameters && IsParameter(info.Type, property, computed)))
            {
                // What is computed is computed again; stored, it would be a copy without label.
                info.Properties.RemoveAt(i);
                continue;
            }

            isOpen |= property.IsExtensionData || HoldsAnything(property.PropertyType);
            if (member is not null)
                members.Add((property.Name, MemberGate.Of(info.Type, member)));
            MoveWithoutAsking(property, member, hasParameters);
        }

        NoteUse(info, new StoredType(SubjectTypes.FullName(info.Type), members, isOpen));
    }

    private static void MoveWithoutAsking(JsonPropertyInfo property, MemberInfo? member, bool hasParameters)
    {
        var stored = member is null ? null : PropertyGuards.Stored(member);
        if (property.Get is { } get && stored is not null)
            property.Get = owner => StoredRead.Get(stored, get, owner);
        if (property.Set is null && member is PropertyInfo own)
        {
            // Also one without setter: only its constructor fills its field, and that one is not called.
            if (CanBeSet(own))
                property.Set = own.SetValue;
            else if (FieldOf(own) is { } field && !(hasParameters && IsParameter(own.DeclaringType!, property, own)))
                property.Set = field.SetValue;
        }

        if (property.Set is { } set && stored is not null)
            property.Set = (owner, value) => StoredRead.Set(stored, (to, what) => set(to, what), owner, value);
    }

    private static void NoteUse(JsonTypeInfo info, StoredType type)
    {
        var (before, after) = (info.OnSerializing, info.OnDeserialized);
        info.OnSerializing = owner =>
        {
            before?.Invoke(owner);
            TypesUnderWay.Note(type);
        };
        info.OnDeserialized = owner =>
        {
            TypesUnderWay.Note(type);
            after?.Invoke(owner);
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static FieldInfo? FieldOf(PropertyInfo property) => property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private static bool CanBeSet(PropertyInfo property) => property.SetMethod is { IsStatic: false };

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static bool IsParameter(Type type, JsonPropertyInfo property, PropertyInfo member) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(static constructor => constructor.GetParameters())
            .Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == property.PropertyType);

    // Mapped classes often have one for the mapper alone.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static Func<object>? PrivateConstructor(Type type)
    {
        var shown = type.GetConstructors();
        if (type.IsAbstract || shown.Length == 1 || shown.Any(static one => one.GetParameters().Length == 0 || one.IsDefined(typeof(JsonConstructorAttribute), inherit: false)))
            return null;
        var own = type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, null, Type.EmptyTypes, null);
        return own is null ? null : () => own.Invoke(null);
    }
}
