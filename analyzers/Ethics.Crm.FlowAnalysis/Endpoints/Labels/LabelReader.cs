using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>
/// The labels of properties, fields, parameters and method returns. Several may apply, one for each declaration that speaks; permitted purposes intersect.
/// Thread-safe; remembers nothing: <see cref="MemberLabels"/> does.
/// </summary>
internal sealed class LabelReader
{
    private readonly PolicyTable? table;
    private readonly SpokenLabels spoken;

    /// <summary>The method or indexer that was asked for last: the compiler hands over its parameters one after the other.</summary>
    private volatile Tuple<ISymbol, IReadOnlyList<ISymbol>>? owner;

    /// <param name="table">Null when there is no policy: then only the product's own attributes speak.</param>
    public LabelReader(PolicyTable? table, AttributeArguments arguments)
    {
        this.table = table;
        spoken = new SpokenLabels(arguments, new NamedMembers(table).MayBe);
    }

    /// <summary>Empty for a member without label. <paramref name="member"/> is a property, field, parameter, or a method for its return value.</summary>
    public ImmutableArray<DeclaredLabel> Read(ISymbol member, CancellationToken cancellationToken = default) => ReadDefinition(member.OriginalDefinition, null, cancellationToken);

    /// <summary>The labels for one use of a method or indexer, whose constant arguments may choose the policy's entry.</summary>
    /// <param name="arguments">They under the parameter names of a declaration.</param>
    public ImmutableArray<DeclaredLabel> Read(ISymbol member, Func<ISymbol, IReadOnlyList<KeyValuePair<string, string>>> arguments, CancellationToken cancellationToken = default)
        => ReadDefinition(member.OriginalDefinition, arguments, cancellationToken);

    private ImmutableArray<DeclaredLabel> ReadDefinition(ISymbol member, Func<ISymbol, IReadOnlyList<KeyValuePair<string, string>>>? arguments, CancellationToken cancellationToken)
    {
        if (member is IFieldSymbol { IsConst: true } or not (IPropertySymbol or IFieldSymbol or IParameterSymbol or IMethodSymbol))
        {
            return ImmutableArray<DeclaredLabel>.Empty;
        }

        ImmutableArray<DeclaredLabel>.Builder? labels = null;
        foreach (var declaration in Declarations(member))
        {
            foreach (var source in spoken.Sources(declaration, cancellationToken))
            {
                foreach (var label in Resolve(source, arguments?.Invoke(declaration) ?? []))
                {
                    (labels ??= ImmutableArray.CreateBuilder<DeclaredLabel>()).Add(new DeclaredLabel(declaration, source, label));
                }
            }
        }

        return labels is null ? ImmutableArray<DeclaredLabel>.Empty : labels.ToImmutable();
    }

    private IReadOnlyList<ISymbol> Declarations(ISymbol member)
        => member is IParameterSymbol { ContainingSymbol: IMethodSymbol or IPropertySymbol } parameter ? DeclarationsOf.Parameter(parameter, OfOwner(parameter.ContainingSymbol))
            : UnsafeAccessors.Accessed(member) is { } accessed ? DeclarationsOf.Member(member).Concat(DeclarationsOf.Member(accessed)).ToArray()
            : DeclarationsOf.Member(member);

    private IReadOnlyList<ISymbol> OfOwner(ISymbol member)
    {
        if (owner is { } last && ReferenceEquals(last.Item1, member))
        {
            return last.Item2;
        }

        var found = DeclarationsOf.Member(member);
        owner = Tuple.Create(member, found);
        return found;
    }

    private IReadOnlyList<DataLabel> Resolve(LabelSource source, IReadOnlyList<KeyValuePair<string, string>> arguments)
    {
        if (table is null)
        {
            return source.Category is null && source.CollectedFor is null ? [] : [new DataLabel(source.Category, source.CollectedFor)];
        }

        return table.ResolveLabels(source, arguments);
    }
}
