using System.Linq.Expressions;
using System.Reflection;
using Ethics.Crm.Members;

namespace Ethics.Crm.Bulk;

/// <summary>What is asked of many objects: a purpose, and the members that are to be read for it.</summary>
internal sealed class PermissionRequest<T>
{
    public PermissionRequest(string purpose, Expression<Func<T, object?>>[] members)
    {
        if (string.IsNullOrWhiteSpace(purpose))
            throw new ArgumentException("Name the purpose.", nameof(purpose));
        _ = members ?? throw new ArgumentNullException(nameof(members));
        Purpose = purpose;
        Members = [.. members.Select(MemberOf)];
        foreach (var member in Members)
        {
            if (!MemberGate.Of(typeof(T), member).IsLabelled)
                throw new ArgumentException($"'{member.DeclaringType!.Name}.{member.Name}' has no label, so nothing is known of it. Name labelled members only.", nameof(members));
        }
    }

    public string Purpose { get; }

    public IReadOnlyList<MemberInfo> Members { get; }

    private static MemberInfo MemberOf(Expression<Func<T, object?>> member)
    {
        var body = member?.Body is UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand } ? operand : member?.Body;
        return body is MemberExpression { Expression: ParameterExpression, Member: { } found }
            ? found
            : throw new ArgumentException("Name properties or fields of the object itself: c => c.Email.", nameof(member));
    }
}
