using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Ethics.Crm.Members;
using Ethics.Crm.Runtime;

namespace Ethics.Crm;

/// <summary>Takes values out of objects together with what is said of them.</summary>
public static class Bound
{
    // By type and weak: a program may unload it.
    private static readonly ConditionalWeakTable<Type, ConcurrentDictionary<MemberInfo, MemberGate>> Gates = new();

    /// <summary>
    /// The value of a labelled member, with the member's labels and the people that the object is about. Taking it out is no use of it and asks for no purpose: who opens it needs one.
    /// </summary>
    /// <typeparam name="TOwner">The object's type.</typeparam>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <param name="owner">The object.</param>
    /// <param name="member">A property or field of it: <c>c =&gt; c.Email</c>.</param>
    /// <exception cref="ArgumentException">It is no member of the object itself, or one without label, whose value would be bound to nothing.</exception>
    public static Bound<TValue> From<TOwner, TValue>(TOwner owner, Expression<Func<TOwner, TValue>> member)
        where TOwner : notnull
    {
        _ = owner ?? throw new ArgumentNullException(nameof(owner));
        _ = member ?? throw new ArgumentNullException(nameof(member));
        var named = MemberOf(member) ?? throw new ArgumentException("Name a property or field of the object itself: Bound.From(contact, c => c.Email). What is computed from it comes of Map.", nameof(member));
        var gate = GateOf(owner.GetType(), named);
        if (!gate.IsLabelled)
            throw new ArgumentException($"'{gate.Member.Member}' has no label, so there is nothing that its value would be bound to.", nameof(member));
        var value = StoredRead.Get(PropertyGuards.Stored(named), static one => Read(one.Named, one.Owner), (Named: named, Owner: (object)owner));
        return new Bound<TValue>((TValue)value!, gate.Member, [.. ObjectSubjects.Of(owner)]);
    }

    private static MemberGate GateOf(Type type, MemberInfo named)
    {
        var gates = Gates.GetValue(type, static _ => new());
        return gates.TryGetValue(named, out var known) ? known : gates.GetOrAdd(named, MemberGate.Of(type, named));
    }

    private static MemberInfo? MemberOf<TOwner, TValue>(Expression<Func<TOwner, TValue>> member)
    {
        // A conversion that changes the value is a computation.
        var body = member.Body is UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand } && (typeof(TValue).IsAssignableFrom(operand.Type) || Nullable.GetUnderlyingType(typeof(TValue)) == operand.Type)
            ? operand
            : member.Body;
        return body is MemberExpression { Expression: ParameterExpression, Member: { } found } ? found : null;
    }

    /// <summary>What a getter throws is what the caller gets.</summary>
    private static object? Read(MemberInfo member, object owner)
    {
        if (member is not PropertyInfo property)
            return ((FieldInfo)member).GetValue(owner);
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Capture(inner).Throw();
            throw;
        }
    }
}
