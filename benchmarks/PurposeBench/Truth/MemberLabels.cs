using Ethics.Crm;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PurposeBench.Index;

namespace PurposeBench.Truth;

/// <summary>The labels of what a case names <c>Type.Member</c>: a property, a field, what a method returns, a parameter, an entry under a key.</summary>
internal sealed class MemberLabels(CaseWorld world)
{
    /// <returns>All labels that hold for it, those of its bases and interfaces included; empty for what carries none.</returns>
    public IReadOnlyList<DataLabel> Of(BenchCase one, string name)
    {
        var symbols = Named(one, name).ToList();
        return [.. symbols.SelectMany(static s => s is IParameterSymbol ? [s] : RelatedMembers.Above(s).Prepend(s)).Distinct(SymbolEqualityComparer.Default)
            .Select(static s => Source(s!)).SelectMany(world.Policy.ResolveLabels).Concat(UnderKey(one, name)).OfType<DataLabel>().Distinct()];
    }

    /// <summary>The key under which the value lies; null for what is no entry of a bag.</summary>
    public string? KeyOf(BenchCase one, string name) => UnderKey(one, name).Any() ? name.Split('.')[1] : null;

    /// <summary>Whether a name in the code stands for the member, by itself or by what it overrides or implements.</summary>
    public bool IsNamed(BenchCase one, string name, ISymbol symbol) =>
        Named(one, name).Any(member => Same(symbol, member) || RelatedMembers.Above(member).Any(above => Same(symbol, above)) || (symbol.ContainingType is not null && RelatedMembers.Above(symbol.OriginalDefinition).Any(above => Same(above, member))));

    /// <summary>Whether the member belongs to an entity or to a type that is about a person: what is kept there without a label has lost it.</summary>
    public bool IsOfARecord(BenchCase one, string name) => Named(one, name).Any(symbol => symbol.ContainingType is { } type && (Has(type, nameof(DataSubjectAttribute)) || Has(type, "TableAttribute") ||
        world.Policy.IsEntity(PolicyNames.OfType(type)) ||
        type.GetMembers().Any(m => Has(m, nameof(DataSubjectIdAttribute)) || (m is IPropertySymbol or IFieldSymbol && world.Policy.ResolveLabels(Source(m)).Count > 0))));

    /// <summary>The recipients to whom the type of the member discloses by the policy: what it kept is what left.</summary>
    public IEnumerable<string> RecipientsOf(BenchCase one, string name) => Named(one, name).SelectMany(static s => s.ContainingType.GetMembers().OfType<IMethodSymbol>())
        .Select(m => world.Policy.FindSink(PolicyNames.OfMember(m), [.. m.Parameters.Select(static p => PolicyNames.OfType(p.Type))])?.DisclosesTo).OfType<string>();

    private IEnumerable<ISymbol> Named(BenchCase one, string name)
    {
        var parts = name.Split('.');
        if (parts.Length != 2)
            return [];
        var types = one.Files.Select(file => world.Trees[file]).SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Select(type => world.Sources.GetSemanticModel(tree).GetDeclaredSymbol(type))).OfType<INamedTypeSymbol>().Where(type => type.Name == parts[0]).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToList();
        if (types.Count == 0 && world.Sources.GetTypeByMetadataName("PurposeBench." + (parts[0] == "Other" ? nameof(Customer) : parts[0])) is { } prelude)
            types = [prelude];
        var found = types.SelectMany(WithBases).Where(m => m.Name == parts[1] && m is IPropertySymbol or IFieldSymbol or IMethodSymbol { ReturnsVoid: false }).ToList();
        return found.Count > 0 ? found.Take(1) : types.SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>()).SelectMany(static m => m.Parameters).Where(p => p.Name == parts[1]);
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    private static IEnumerable<ISymbol> WithBases(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            foreach (var member in one.GetMembers())
                yield return member;
        }
    }

    private IEnumerable<DataLabel?> UnderKey(BenchCase one, string name)
    {
        var parts = name.Split('.');
        return world.Policy.Document.Fields.Where(entry => parts.Length == 2 && entry.Value is not null && entry.Key.StartsWith($"{one.Namespace}.{parts[0]}.", StringComparison.Ordinal) && entry.Key.Contains($"\"{parts[1]}\"", StringComparison.Ordinal))
            .Select(static entry => new DataLabel(entry.Value!.Category, entry.Value.CollectedFor));
    }

    private static LabelSource Source(ISymbol symbol)
    {
        var attributes = symbol.GetAttributes().Concat(symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : [])
            // What stands on a record's parameter is said of its property.
            .Concat(symbol is IPropertySymbol property ? property.ContainingType.InstanceConstructors.SelectMany(static c => c.Parameters).Where(p => p.Name == symbol.Name).SelectMany(static p => p.GetAttributes()) : [])
            .Where(static a => a.AttributeClass is not null).ToList();
        // An attribute class that carries the attributes stands for them.
        var all = attributes.Concat(attributes.SelectMany(static a => a.AttributeClass!.GetAttributes())).ToList();
        return new LabelSource(PolicyNames.OfLabelled(symbol), Argument(all, nameof(DataCategoryAttribute))?.Value as string, Argument(all, nameof(CollectedForAttribute))?.Values.Select(static v => v.Value as string).OfType<string>().ToList(), [.. attributes.SelectMany(static a => Bases(a.AttributeClass!))]);
    }

    private static TypedConstant? Argument(IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeClass!.Name == name) is { ConstructorArguments: [var argument] } ? argument : null;

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
            yield return PolicyNames.OfType(one);
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
