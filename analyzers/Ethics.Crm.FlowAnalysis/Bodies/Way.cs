using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What is known of what a method is handed, while it is walked once.</summary>
internal sealed class Way
{
    private static readonly ImmutableDictionary<ISymbol, object?> NoConstants = ImmutableDictionary.Create<ISymbol, object?>(SymbolEqualityComparer.Default);
    private static readonly ImmutableDictionary<InputObject, ImmutableArray<ITypeSymbol>> NoParts = ImmutableDictionary<InputObject, ImmutableArray<ITypeSymbol>>.Empty;
    private static readonly ImmutableDictionary<ISymbol, ImmutableArray<ITypeSymbol>> NoTypes = ImmutableDictionary.Create<ISymbol, ImmutableArray<ITypeSymbol>>(SymbolEqualityComparer.Default);

    public static readonly Way NothingKnown = new(NoConstants, NoTypes);

    private Way(ImmutableDictionary<ISymbol, object?> constants, ImmutableDictionary<ISymbol, ImmutableArray<ITypeSymbol>> types, bool isExact = true) => (Constants, Types, IsExact) = (constants, types, isExact);

    /// <summary>The parameters whose value is known, and their values.</summary>
    public ImmutableDictionary<ISymbol, object?> Constants { get; }

    /// <summary>The parameters of which is known what they are, whatever they are seen as; under the method what it is called on, and under a type parameter what stands for it.</summary>
    public ImmutableDictionary<ISymbol, ImmutableArray<ITypeSymbol>> Types { get; }

    /// <summary>Whether the types are those of the objects themselves. Else an object may be of a type beneath that another assembly has: it runs what the type says, or what nobody sees here.</summary>
    public bool IsExact { get; }

    /// <summary>The same of what lies in what is handed in.</summary>
    public ImmutableDictionary<InputObject, ImmutableArray<ITypeSymbol>> Parts { get; private init; } = NoParts;

    public bool IsEmpty => Constants.IsEmpty && Types.IsEmpty && Parts.IsEmpty;

    public Way With(IParameterSymbol parameter, object? constant) => new(Constants.Add(parameter, constant), Types, IsExact) { Parts = Parts };

    /// <param name="input">A parameter, the method for what it is called on, or a type parameter.</param>
    public Way With(ISymbol input, ImmutableArray<ITypeSymbol> types) => new(Constants, Types.Add(input, types), IsExact) { Parts = Parts };

    public Way With(InputObject part, ImmutableArray<ITypeSymbol> types) => new(Constants, Types, IsExact) { Parts = Parts.Add(part, types) };

    /// <summary>The same for code that may run when something else lies there.</summary>
    public Way WithoutParts() => Parts.IsEmpty ? this : new(Constants, Types, IsExact);

    /// <summary>The same where the object may be of a type beneath as well.</summary>
    public Way WithBeneath(ISymbol input, ITypeSymbol type) => new(Constants, Types.Add(input, ImmutableArray.Create(type)), false);

    /// <summary>What a type is, or can be where a type parameter stands for it. Default where that is not known.</summary>
    public ImmutableArray<ITypeSymbol> TypesOf(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => Types.TryGetValue(parameter.OriginalDefinition, out var known) ? known : default,
        INamedTypeSymbol named => ImmutableArray.Create<ITypeSymbol>(named.OriginalDefinition),
        _ => default,
    };

    /// <summary>The types of which a value can be. Default where that is not known.</summary>
    public ImmutableArray<ITypeSymbol> TypesOf(FlowValue value)
    {
        if (value.Objects.IsEmpty)
        {
            return default;
        }

        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var one in value.Objects)
        {
            if (one is MadeObject { Type: { } made })
            {
                types.Add(made.OriginalDefinition);
            }
            else if (one is InputObject { Path.Text.Length: 0 } handed && Types.TryGetValue(handed.Input, out var known))
            {
                types.UnionWith(known);
            }
            else if (one is InputObject part && !Parts.IsEmpty && Parts.TryGetValue(part, out var lying))
            {
                types.UnionWith(lying);
            }
            else
            {
                return default;
            }
        }

        return types.ToImmutableArray();
    }
}
