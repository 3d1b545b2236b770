using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Decisions;
using Ethics.Crm.Members;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Json;

/// <summary>What a serialiser knows of a type, made to ask. It keeps that for good, so nothing is decided here that a write may decide otherwise.</summary>
internal sealed class JsonTypeGuard
{
    private readonly JsonTypeInfo _type;
    private readonly List<(MemberInfo Member, Func<object, object?> Get)> _unasked = [];
    private volatile Looked? _looked;

    private JsonTypeGuard(JsonTypeInfo type) => _type = type;

    /// <exception cref="InvalidOperationException">The type's members cannot be made to ask.</exception>
    public static void Guard(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        SerializationOnlyContexts.Check(type);
        if (type.IsReadOnly)
            throw new InvalidOperationException($"What the serialiser knows of '{SubjectTypes.FullName(type.Type)}' is in use already, so its members cannot be asked. Call UsePurposes or WithPurposes on resolvers and options that have not been used.");
        new JsonTypeGuard(type).Guard();
    }

    private void Guard()
    {
        var writes = new WritesUnderWay();
        var parts = new PartsUnderWay();
        var (isRead, hasParts) = (false, false);
        foreach (var property in _type.Properties)
        {
            if (property.Get is null)
                continue;
            var member = JsonMembers.Of(_type, property);
            if (member is not null && JsonConditions.LeaveOut(property, member))
                continue;
            if (member is not null && !NeedsAsking(member))
            {
                _unasked.Add((member, property.Get));
                continue;
            }

            var readsToo = property.IsExtensionData || (property.ObjectCreationHandling ?? _type.PreferredPropertyObjectCreationHandling ?? _type.Options.PreferredObjectCreationHandling) == JsonObjectCreationHandling.Populate;
            isRead |= readsToo;
            var isLong = member is not null && property.PropertyType != typeof(string) && !property.PropertyType.IsValueType;
            hasParts |= isLong;
            JsonMember.Guard(property, member, readsToo ? writes : null, isLong ? parts : null);
        }

        var (before, after) = (_type.OnSerializing, _type.OnSerialized);
        var marks = isRead ? writes : null;
        var begun = hasParts ? parts : null;
        _type.OnSerializing = owner =>
        {
            before?.Invoke(owner);
            marks?.Begin(owner);
            BeforeWriting(owner);
        };
        if (marks is null && begun is null)
            return;
        _type.OnSerialized = owner =>
        {
            marks?.End(owner);
            begun?.End(owner);
            after?.Invoke(owner);
        };
    }

    /// <summary>Not every member: a function more for each of them is what a write would cost. Without a policy nothing is known yet, and each is asked.</summary>
    private bool NeedsAsking(MemberInfo member) =>
        GateRuntime.Current is not LiveRuntime
        || MemberImplementations.MayBeAnother(_type.Type, member)
        || member is PropertyInfo { GetMethod: { } getter } && !getter.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        || MemberGate.Of(_type.Type, member).IsLabelled;

    /// <summary>A policy that is loaded later may label what is not asked: it cannot be left out any more, so it is refused as a guarded property is.</summary>
    private void BeforeWriting(object owner)
    {
        ObjectPeople.Forget();
        if (_unasked.Count == 0)
            return;
        var type = owner.GetType();
        if (_looked is not { } looked || looked.Type != type || !ReferenceEquals(looked.Runtime, GateRuntime.Current))
            _looked = looked = Look(type);
        foreach (var (gate, get) in looked.Labelled)
            gate.Demand(owner, get(owner));
    }

    private Looked Look(Type type)
    {
        var runtime = GateRuntime.Current;
        var labelled = _unasked.Select(one => (Gate: MemberGate.Of(type, one.Member), one.Get)).Where(static one => one.Gate is { Guard: null, IsLabelled: true }).ToList();
        return new Looked(type, runtime, labelled);
    }

    private sealed record Looked(Type Type, GateRuntime Runtime, List<(MemberGate Gate, Func<object, object?> Get)> Labelled);
}
