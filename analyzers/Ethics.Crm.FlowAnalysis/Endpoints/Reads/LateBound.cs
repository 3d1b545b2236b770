using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>
/// Members that the run time finds by a name: by reflection (<c>typeof(Contact).GetProperty("Email").GetValue(contact)</c>), and in <c>dynamic</c> code. Where the type and the name stand in the
/// body, they are members as any other.
/// </summary>
internal static partial class LateBound
{
    /// <summary>The property or field that dynamic code reads or writes, with the type of the object. Null where the body does not say that, and for a method.</summary>
    public static (ISymbol Member, ITypeSymbol Type)? Dynamic(IDynamicMemberReferenceOperation named)
        => named is { Instance: { } instance } && !IsCalled(named) && TypeOf(instance) is { } type && Value(type, named.MemberName) is { } member ? (member, type) : null;

    public static bool IsCalled(IDynamicMemberReferenceOperation named) => named.Parent is IDynamicInvocationOperation call && call.Operation == named;

    /// <summary>The type that an expression has which is seen as dynamic. Null where the body does not say it.</summary>
    public static ITypeSymbol? TypeOf(IOperation value)
    {
        var inner = Conversions.Through(value);
        return inner.Type is { TypeKind: not TypeKind.Dynamic, SpecialType: not SpecialType.System_Object } known ? known
            : inner is ILocalReferenceOperation { Local: var local } && OnlyValueOf(local, inner) is { } held ? TypeOf(held)
            : null;
    }

    private static ISymbol? Value(ITypeSymbol type, string name) => MembersByName.Of(type, name) is var member and (IPropertySymbol or IFieldSymbol) ? member : null;

    private static IConditionalAccessOperation? Asked(IConditionalAccessInstanceOperation asked)
    {
        for (IOperation? current = asked, below = null; current is not null; below = current, current = current.Parent)
        {
            if (current is IConditionalAccessOperation access && access.WhenNotNull == below)
            {
                return access;
            }
        }

        return null;
    }

    /// <summary>What a variable is declared with, where nothing else is put into it.</summary>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation use)
    {
        var body = use;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        IOperation? only = null;
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declared when SymbolEqualityComparer.Default.Equals(declared.Symbol, local):
                    only = (declared.Initializer ?? (declared.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
                    break;
                case ILocalReferenceOperation { Local: var named } written when SymbolEqualityComparer.Default.Equals(named, local) && IsWritten(written):
                    return null;
            }
        }

        return only;
    }

    private static bool IsWritten(IOperation variable)
    {
        var value = variable;
        while (value.Parent is ITupleOperation or IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or IAddressOfOperation || (value.Parent is IAssignmentOperation assignment && assignment.Target == value);
    }
}
