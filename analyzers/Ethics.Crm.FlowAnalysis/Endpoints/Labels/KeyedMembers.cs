using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>One declaration of a method or indexer for which the policy says what lies under which key.</summary>
/// <param name="Declaration">The member itself, one that it overrides or implements, or the member again where a derived type's name is meant.</param>
/// <param name="Name">As the policy is asked for it.</param>
internal sealed record KeyedDeclaration(ISymbol Declaration, string Name, IReadOnlyList<KeyedField> Keys);

/// <summary>Values under string keys, <c>Acme.Bags.Get(key: "BirthDate")</c>: which members have such entries, and what lies under a key.</summary>
internal sealed class KeyedMembers(PolicyTable? table, LabelReader labels)
{
    private static readonly ImmutableArray<KeyedDeclaration> None = ImmutableArray<KeyedDeclaration>.Empty;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<KeyedDeclaration>> cache = new(SymbolEqualityComparer.Default);

    /// <summary>False in nearly every project: no argument needs to be looked at then.</summary>
    public bool IsUsed { get; } = table is { HasConstantArgumentPatterns: true };

    /// <summary>Empty for a member without such entries.</summary>
    /// <param name="receiver">The type of the object on which it is used, which the policy may name although a base declares the member; null when there is none.</param>
    public ImmutableArray<KeyedDeclaration> Of(ISymbol member, ITypeSymbol? receiver)
    {
        if (!IsUsed || member is not (IMethodSymbol { Parameters.Length: > 0 } or IPropertySymbol { IsIndexer: true } or IParameterSymbol { ContainingSymbol: IMethodSymbol { Parameters.Length: > 1 } }))
        {
            return None;
        }

        var definition = member.OriginalDefinition;
        if (!cache.TryGetValue(definition, out var own))
        {
            own = Keyed(DeclarationsOf.Member(definition).Select(declaration => (declaration, SymbolNames.LabelName(declaration))));
            cache.TryAdd(definition, own);
        }

        return receiver is INamedTypeSymbol { TypeKind: TypeKind.Class } type && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, definition.ContainingType)
            ? own.AddRange(Keyed(NamesThrough(type, definition).Select(name => (definition, name))))
            : own;
    }

    /// <summary>The labels of what lies under these keys, with the policy's entries without key as far as no other is more exact.</summary>
    /// <param name="arguments">The constant arguments under the parameter names of a declaration.</param>
    public ImmutableArray<DeclaredLabel> Labels(
        ISymbol member, ImmutableArray<KeyedDeclaration> keyed, Func<ISymbol, IReadOnlyList<KeyValuePair<string, string>>> arguments, CancellationToken cancellationToken)
    {
        var found = labels.Read(member, arguments, cancellationToken);
        foreach (var one in keyed)
        {
            // What the declarations' own names say is in there already.
            if (one.Name != SymbolNames.LabelName(one.Declaration))
            {
                var source = new LabelSource(one.Name, null, null, []);
                found = found.AddRange(table!.ResolveLabels(source, arguments(one.Declaration)).Select(label => new DeclaredLabel(one.Declaration, source, label)));
            }
        }

        return found;
    }

    /// <summary>As the policy writes the arguments of an entry: <c>key: "BirthDate"</c>.</summary>
    public static string Words(KeyedField key) => string.Join(", ", key.Arguments.Select(argument => $"{argument.Key}: \"{argument.Value}\""));

    /// <summary><c>Bags.Get(key: "BirthDate")</c>, <c>Bags.TryGet(key: "BirthDate")#value</c>, <c>Entity.this[attributeName: "emailaddress1"]</c>.</summary>
    public static string Display(ISymbol member, string key)
    {
        if (member is IParameterSymbol parameter)
        {
            return $"{SymbolNames.Display(parameter.ContainingSymbol)}({key})#{parameter.Name}";
        }

        var name = SymbolNames.Display(member);
        return name.EndsWith("[]", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) + key + "]" : $"{name}({key})";
    }

    private ImmutableArray<KeyedDeclaration> Keyed(IEnumerable<(ISymbol Declaration, string Name)> declarations)
        => declarations
            .Select(one => new KeyedDeclaration(one.Declaration, one.Name, table!.FindKeys(one.Name)))
            .Where(one => one.Keys.Count > 0)
            .ToImmutableArray();

    private static IEnumerable<string> NamesThrough(INamedTypeSymbol receiver, ISymbol member)
    {
        var suffix = SymbolNames.LabelName(member).Substring(SymbolNames.FullName(member.ContainingType).Length);
        for (var type = receiver.OriginalDefinition; type is not null; type = type.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(type, member.ContainingType))
            {
                yield break;
            }

            yield return SymbolNames.FullName(type) + suffix;
        }
    }
}
