using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Methods that <c>typeof(Desk).GetMethod("Answer")</c> finds: by a constant name, on a type that is named.</summary>
internal static class ReflectedMethods
{
    /// <summary>What finds them.</summary>
    public const string Finder = "GetMethod";

    /// <summary>Null where there are several of the name, of which only the run time takes one, and for any other call.</summary>
    public static IMethodSymbol? Of(IInvocationOperation call)
        => call is { TargetMethod: { Name: Finder, ContainingType: { Name: "Type", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } }, Instance: ITypeOfOperation { TypeOperand: INamedTypeSymbol type } }
            && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..]
                ? Of(type, name)
                : null;

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
