using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Methods by which the run time lets code come to a member that it may not see: <c>[UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_mail")] static extern ref string Mail(Contact contact)</c>. They carry the labels of that member, and what is done with them is done with it.</summary>
internal static class UnsafeAccessors
{
    // The values of UnsafeAccessorKind.
    private const int Constructor = 0;
    private const int Field = 3;

    /// <summary>Whether a method may be one: what nearly no method is.</summary>
    public static bool MayBe(IMethodSymbol method) => method is { IsStatic: true, IsExtern: true };

    /// <summary>The field, or the property whose accessor it calls, or the method: what carries the label. Null for any other member.</summary>
    public static ISymbol? Accessed(ISymbol member) => member is IMethodSymbol method && Reached(method) is { } found ? found is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } associated } ? associated : found : null;

    /// <summary>The field, method, accessor or constructor to which it comes. Null for any other method, and where there are several.</summary>
    public static ISymbol? Reached(IMethodSymbol method)
    {
        if (!MayBe(method) || method.GetAttributes().FirstOrDefault(static one => one.AttributeClass is { Name: "UnsafeAccessorAttribute", ContainingNamespace.Name: "CompilerServices" }) is not { } attribute)
        {
            return null;
        }

        var kind = attribute.ConstructorArguments is [{ Value: int given }] ? given : -1;
        if (kind == Constructor)
        {
            return method.ReturnType is INamedTypeSymbol made ? Of(made.InstanceConstructors, method.Parameters, 0) : null;
        }

        if (method.Parameters is not [var first, ..] || (Named(first, method) ?? first.Type) is not { } type)
        {
            return null;
        }

        var name = attribute.NamedArguments.FirstOrDefault(static one => one.Key == "Name").Value.Value as string ?? method.Name;
        return kind < Field && kind >= 0 ? OfMethods(type, name, method.Parameters) : MembersByName.Of(type, name);
    }

    private static IMethodSymbol? OfMethods(ITypeSymbol type, string name, ImmutableArray<IParameterSymbol> given)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Of(current.GetMembers(name).OfType<IMethodSymbol>().ToImmutableArray(), given, 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The one that takes what is given; where one alone has as many parameters, that.</summary>
    private static IMethodSymbol? Of(ImmutableArray<IMethodSymbol> all, ImmutableArray<IParameterSymbol> given, int from)
    {
        var alike = all.Where(one => one.Parameters.Length == given.Length - from).ToArray();
        return alike.Length == 1 ? alike[0] : alike.FirstOrDefault(one => one.Parameters.Zip(given.Skip(from), static (mine, theirs) => SymbolEqualityComparer.Default.Equals(mine.Type, theirs.Type)).All(static same => same));
    }

    /// <summary>The type that <c>[UnsafeAccessorType("Acme.Contact, Acme")]</c> names in place of one that code cannot see.</summary>
    private static ITypeSymbol? Named(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (parameter.GetAttributes().FirstOrDefault(static one => one.AttributeClass is { Name: "UnsafeAccessorTypeAttribute", ContainingNamespace.Name: "CompilerServices" }) is not { ConstructorArguments: [{ Value: string text }] })
        {
            return null;
        }

        var comma = text.IndexOf(',');
        var name = (comma < 0 ? text : text.Substring(0, comma)).Trim();
        return new[] { method.ContainingAssembly }.Concat(method.ContainingModule.ReferencedAssemblySymbols).Select(assembly => assembly.GetTypeByMetadataName(name)).FirstOrDefault(static type => type is not null);
    }
}
