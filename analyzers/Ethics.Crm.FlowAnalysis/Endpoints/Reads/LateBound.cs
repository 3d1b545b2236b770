using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>
/// Members that the run time finds by a name: by reflection (<c>typeof(Contact).GetProperty("Email").GetValue(contact)</c>), and in <c>dynamic</c> code. Where the type and the name stand in the
/// body, they are members as any other.
/// </summary>
internal static class LateBound
{
    /// <summary>Whether a call reads a property or field that reflection has found.</summary>
    public static bool IsReflected(IInvocationOperation call)
        => call.TargetMethod is { Name: "GetValue", ContainingType: { Name: "PropertyInfo" or "FieldInfo", ContainingNamespace: { Name: "Reflection", ContainingNamespace.Name: "System" } } };

    /// <summary>The member that such a call reads, with the type on which it was found. Null where only the run time knows it.</summary>
    public static (ISymbol Member, ITypeSymbol Type)? Reflected(IInvocationOperation call) => IsReflected(call) && call.Instance is { } found ? Found(found) : null;

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

    private static (ISymbol, ITypeSymbol)? Found(IOperation finding)
    {
        switch (Conversions.Through(finding))
        {
            case IConditionalAccessInstanceOperation asked when Asked(asked) is { } access:
                return Found(access.Operation);
            case ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } value:
                return Found(value);
            case IInvocationOperation { TargetMethod.Name: "GetProperty" or "GetField" or "GetRuntimeProperty" or "GetRuntimeField" or "GetDeclaredProperty" or "GetDeclaredField" } call
                when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } on && Reflection(on) is { } type && NameIn(call) is { } name && Value(type, name) is { } member:
                return (member, type);
            default:
                return null;
        }
    }

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

    /// <summary>The type that an expression of reflection stands for. Null where only the run time knows it.</summary>
    private static ITypeSymbol? Reflection(IOperation value) => Conversions.Through(value) switch
    {
        ITypeOfOperation named => named.TypeOperand,
        IInvocationOperation { TargetMethod.Name: nameof(GetType), Instance: { } instance, Arguments.IsEmpty: true } => TypeOf(instance),
        IInvocationOperation { TargetMethod.Name: "GetTypeInfo", Arguments: [{ Value: var of }] } => Reflection(of),
        ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } only => Reflection(only),
        _ => null,
    };

    private static string? NameIn(IInvocationOperation call)
        => call.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Type?.SpecialType == SpecialType.System_String) is { ConstantValue: { HasValue: true, Value: string name } } ? name : null;

    /// <summary>What a variable is declared with, where nothing else is put into it.</summary>
    private static IOperation? OnlyValueOf(ILocalSymbol local, IOperation use)
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
