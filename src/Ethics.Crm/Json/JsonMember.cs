using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Members;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Json;

/// <summary>
/// One member as a serialiser writes it: asked at each write, and left out where it may not be shown. The serialiser calls the getter first and then asks whether the member is to be
/// written at all, so the getter decides, hands out nothing, and leaves a note for the second question.
/// </summary>
internal sealed class JsonMember
{
    /// <summary>After a refusal, this many reads are prepared for another one, which then costs no exception.</summary>
    private const int Prepared = 1024;

    [ThreadStatic]
    private static JsonMember? leftOut;

    private readonly Func<object, object?> _get;
    private readonly Func<object, object?, bool>? _shouldSerialize;
    private readonly MemberInfo? _member;
    private readonly object? _nothing;
    private readonly WritesUnderWay? _writes;
    private readonly PartsUnderWay? _parts;
    private readonly ConcurrentDictionary<Type, MemberGate> _gates = new();
    private volatile Known? _last;
    private int _prepared;

    private JsonMember(JsonPropertyInfo property, MemberInfo? member, WritesUnderWay? writes, PartsUnderWay? parts)
    {
        _get = property.Get!;
        _shouldSerialize = property.ShouldSerialize ?? JsonConditions.OfOptions(property);
        _member = member;
        _writes = writes;
        _parts = parts;
        _nothing = ValueDefaults.Of(property.PropertyType);
    }

    /// <param name="member">Null for one that another modifier has made: only what its getter refuses is known of it.</param>
    /// <param name="writes">For a member whose getter the serialiser also calls while it reads; else null.</param>
    /// <param name="parts">For a member that may be written in pieces; else null.</param>
    public static void Guard(JsonPropertyInfo property, MemberInfo? member, WritesUnderWay? writes, PartsUnderWay? parts)
    {
        var guarded = new JsonMember(property, member, writes, parts);
        // A function of the property's own type is called as it is; any other is wrapped once more by the serialiser, which boxes numbers.
        if (property.Get is Func<object, string?> text && property.PropertyType == typeof(string))
            property.Get = (Func<object, string?>)(owner => guarded.Read(owner, text));
        else
            property.Get = owner => guarded.Read(owner, guarded._get);
        property.ShouldSerialize = guarded.ShouldSerialize;
    }

    private T? Read<T>(object owner, Func<object, T?> get)
        where T : class
    {
        if (_writes is not null && !_writes.Has(owner))
            return get(owner);
        if (TryRead(owner, get, out var value))
        {
            // A note that was never asked for (some settings look at the value alone) must not meet a value that is null by itself.
            if (value is null && leftOut is not null)
                leftOut = null;
            if (_parts is not null && value is not null)
                _parts.Begin(owner, this);
            return value;
        }

        if (_parts is not null && _parts.Has(owner, this))
            Break(owner, get);
        leftOut = this;
        return (T?)_nothing;
    }

    private bool TryRead<T>(object owner, Func<object, T?> get, out T? value)
        where T : class
    {
        if (GateOf(owner) is not { } gate)
            return TryGet(null, owner, get, out value);
        value = null;
        if (gate.IsRefusedAtOnce)
            return false;
        bool isShown;
        if (gate.Guard is not null || !gate.IsLabelled)
            isShown = TryGet(gate.Guard, owner, get, out value);
        else
            isShown = TryGet(null, owner, get, out value) && gate.TryShow(owner, value, out value);
        if (!isShown)
            gate.Remember();
        return isShown;
    }

    /// <summary>Getters refuse by an exception: the guarded ones, and those that read a guarded one. Where many are refused, it is spared.</summary>
    private bool TryGet<T>(GuardedMember? guard, object owner, Func<object, T?> get, out T? value)
    {
        value = default;
        try
        {
            if (guard is null || _prepared == 0)
            {
                value = get(owner);
                return true;
            }

            _prepared--;
            AwaitedRefusal.Await(guard);
            var refused = true;
            try
            {
                value = get(owner);
            }
            finally
            {
                refused = AwaitedRefusal.End();
            }

            if (refused)
                _prepared = Prepared;
            return !refused;
        }
        catch (PurposeViolationException)
        {
            _prepared = Prepared;
            return false;
        }
    }

    /// <summary>Ends the write with the refusal that the getter, or the gate beside it, has in words.</summary>
    private void Break<T>(object owner, Func<object, T?> get)
        where T : class => GateOf(owner)?.Demand(owner, get(owner));

    private bool ShouldSerialize(object owner, object? value)
    {
        if ((value is null || _nothing is not null) && ReferenceEquals(leftOut, this))
        {
            leftOut = null;
            return false;
        }

        return _shouldSerialize is null || _shouldSerialize(owner, value);
    }

    private MemberGate? GateOf(object owner)
    {
        if (_member is null)
            return null;
        var type = owner.GetType();
        if (_last is { } last && last.Type == type)
            return last.Gate;
        var gate = _gates.GetOrAdd(type, of => MemberGate.Of(of, _member));
        _last = new Known(type, gate);
        return gate;
    }

    private sealed record Known(Type Type, MemberGate Gate);
}
