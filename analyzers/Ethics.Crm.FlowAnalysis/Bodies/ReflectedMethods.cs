using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// Methods that <c>typeof(Desk).GetMethod("Answer")</c> finds: by a constant name, on a type that is named, or on a generic one that is named and of which only the run time knows the form, as in
/// <c>typeof(IHandle&lt;&gt;).MakeGenericType(message.GetType()).GetMethod("Handle")</c>.
/// </summary>
internal static class ReflectedMethods
{
    /// <summary>What finds them.</summary>
    public const string Finder = "GetMethod";

    /// <summary>Null where there are several of the name, of which only the run time takes one, and for any other call.</summary>
    /// <param name="call">As it stands in the body.</param>
    public static IMethodSymbol? Of(IInvocationOperation call)
        => call is { TargetMethod: { Name: Finder, ContainingType: var finder }, Instance: { } on } && IsType(finder) && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..] && TypeOf(on) is { } type
            ? Of(type, name)
            : null;

    /// <summary>The type that an expression stands for; of a generic one that the run time closes, the one that is declared.</summary>
    public static INamedTypeSymbol? TypeOf(IOperation on) => Conversions.Through(on) switch
    {
        ITypeOfOperation { TypeOperand: INamedTypeSymbol type } => type.IsUnboundGenericType ? type.OriginalDefinition : type,
        IInvocationOperation { TargetMethod: { Name: "MakeGenericType", ContainingType: var maker }, Instance: { } open } when IsType(maker) => TypeOf(open),
        ILocalReferenceOperation { Local: var local } held when LateBound.OnlyValueOf(local, held) is { } only => TypeOf(only),
        _ => null,
    };

    private static bool IsType(INamedTypeSymbol type) => type is { Name: "Type", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static IMethodSymbol? Of(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().ToArray() is { Length: > 0 } found)
            {
                return found.Length == 1 ? found[0] : null;
            }
        }

        return null;
    }
}
