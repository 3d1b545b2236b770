using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    public static bool HoldsAnything(Type type) =>
        type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type);

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
        var members = new List<(string, MemberGate)>();
        var isOpen = false;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            var member = JsonMembers.Of(info, property);
            if (member is PropertyInfo computed && property.Set is null && !CanBeSet(computed) && !IsParameter(info.Type, property, computed))
            {
                // What is computed is computed again; stored, it would be a copy without label.
                info.Properties.RemoveAt(i);
                continue;
            }

            isOpen |= property.IsExtensionData || HoldsAnything(property.PropertyType);
            if (member is not null)
                members.Add((property.Name, MemberGate.Of(info.Type, member)));
            MoveWithoutAsking(property, member);
        }

        NoteUse(info, new StoredType(SubjectTypes.FullName(info.Type), members, isOpen));
    }

    private static void MoveWithoutAsking(JsonPropertyInfo property, MemberInfo? member)
    {
        if (property.Get is { } get)
            property.Get = owner => StoredRead.Get(get, owner);
        if (property.Set is null && member is PropertyInfo own && CanBeSet(own))
            property.Set = own.SetValue;
        if (property.Set is { } set)
            property.Set = (owner, value) => StoredRead.Set((to, what) => set(to, what), owner, value);
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
        if (type.IsAbstract || type.GetConstructors().Length > 0)
            return null;
        var own = type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, null, Type.EmptyTypes, null);
        return own is null ? null : () => own.Invoke(null);
    }
}
