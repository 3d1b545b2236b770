using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Methods by which the run time lets code come to a member that it may not see: <c>[UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_mail")] static extern ref string Mail(Contact contact)</c>. They carry the labels of that member.</summary>
internal static class UnsafeAccessors
{
    /// <summary>The field, the property whose getter it calls, or the method. Null for any other member.</summary>
    public static ISymbol? Accessed(ISymbol member)
    {
        if (member is not IMethodSymbol { IsStatic: true, IsExtern: true, Parameters: [{ Type: var type }, ..] } method
            || method.GetAttributes().FirstOrDefault(static one => one.AttributeClass is { Name: "UnsafeAccessorAttribute", ContainingNamespace.Name: "CompilerServices" }) is not { } attribute)
        {
            return null;
        }

        var name = attribute.NamedArguments.FirstOrDefault(static one => one.Key == "Name").Value.Value as string ?? method.Name;
        var found = MembersByName.Of(type, name);
        return found is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : found;
    }
}
