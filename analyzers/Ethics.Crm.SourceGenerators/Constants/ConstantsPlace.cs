using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Constants;

/// <summary>What the compilation already has where the constants would go.</summary>
/// <param name="TakenNames">Class names that a type or namespace of this project already has there.</param>
internal sealed record ConstantsPlace(EquatableArray<string> TakenNames, EmbeddedMarker Embedded)
{
    private const string EmbeddedAttribute = "Microsoft.CodeAnalysis.EmbeddedAttribute";

    // The last attribute that compilers before 4.14 may synthesise; where the framework has it, it has all of them.
    private const string LastSynthesisedAttribute = "System.Runtime.CompilerServices.RequiresLocationAttribute";

    private static readonly Version s_freelyDeclarable = new(4, 14);

    public static ConstantsPlace Inspect(Compilation compilation, string? targetNamespace)
    {
        if (targetNamespace is null)
            return new(EquatableArray<string>.Empty, EmbeddedMarker.None);

        var place = FindNamespace(compilation.Assembly.GlobalNamespace, targetNamespace);
        var taken = place is null
            ? EquatableArray<string>.Empty
            : ConstantNames.Classes.Where(name => IsTaken(place, name)).ToEquatableArray();
        return new(taken, FindMarker(compilation));
    }

    private static bool IsTaken(INamespaceSymbol place, string name) =>
        place.GetMembers(name).Any(member => member is INamespaceSymbol or INamedTypeSymbol { Arity: 0 });

    private static INamespaceSymbol? FindNamespace(INamespaceSymbol root, string name)
    {
        var current = root;
        if (name.Length == 0)
            return current;

        foreach (var part in name.Split('.'))
        {
            current = current.GetNamespaceMembers().FirstOrDefault(member => member.Name == part.TrimStart('@'));
            if (current is null)
                return null;
        }

        return current;
    }

    // Before 4.14 a declared EmbeddedAttribute is CS8336 as soon as the compiler has to embed any attribute of its own,
    // which it has on frameworks that lack them.
    private static EmbeddedMarker FindMarker(Compilation compilation)
    {
        if (compilation.Assembly.GetTypeByMetadataName(EmbeddedAttribute) is not null)
            return EmbeddedMarker.Use;
        return typeof(Compilation).Assembly.GetName().Version >= s_freelyDeclarable || compilation.GetTypeByMetadataName(LastSynthesisedAttribute) is not null
            ? EmbeddedMarker.DeclareAndUse
            : EmbeddedMarker.None;
    }
}
