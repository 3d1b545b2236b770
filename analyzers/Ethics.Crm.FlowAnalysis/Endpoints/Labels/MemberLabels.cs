using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The labels of a compilation's members, asked once for every reference in the program: what cannot be labelled is told apart before anything is read. Thread-safe.</summary>
internal sealed class MemberLabels
{
    private const int Writers = 4;

    /// <summary>With their parameters and accessors, as many as a program has on average.</summary>
    private const int MembersOfAFile = 32;

    private readonly ConcurrentDictionary<ISymbol, DeclaredMember> known;
    private readonly SpeakingAssemblies speaking = new();
    private readonly LabelReader reader;
    private readonly IAssemblySymbol own;
    private readonly bool policyNamesAttributes;
    private readonly NamedMembers named;

    public MemberLabels(Compilation compilation, PolicyTable? table, LabelReader reader)
    {
        // Growing takes a sixth of what reading them all does.
        known = new(Writers, compilation.SyntaxTrees.Count() * MembersOfAFile, SameObject.Instance);
        this.reader = reader;
        own = compilation.Assembly;
        policyNamesAttributes = table is { Document.Attributes.Count: > 0 };
        named = new NamedMembers(table);
    }

    /// <inheritdoc cref="LabelReader.Read(ISymbol, CancellationToken)"/>
    public ImmutableArray<DeclaredLabel> Of(ISymbol member, CancellationToken cancellationToken) => Find(member, cancellationToken).Labels;

    /// <summary>What is known of a member, of a constructed type too.</summary>
    public DeclaredMember Find(ISymbol member, CancellationToken cancellationToken)
    {
        var definition = member.OriginalDefinition;
        if (!known.TryGetValue(definition, out var found))
        {
            found = Read(definition, cancellationToken);
            known.TryAdd(definition, found);
        }

        return found;
    }

    /// <inheritdoc cref="SpeakingAssemblies.MaySpeak"/>
    public bool MaySpeak(IAssemblySymbol? assembly) => SymbolEqualityComparer.Default.Equals(assembly, own) || speaking.MaySpeak(assembly);

    private DeclaredMember Read(ISymbol definition, CancellationToken cancellationToken)
    {
        var assembly = definition.ContainingAssembly;
        var isOurs = SymbolEqualityComparer.Default.Equals(assembly, own);
        var canBeLabelled = isOurs || policyNamesAttributes || named.MayBe(definition) || speaking.MaySpeak(assembly);
        return new DeclaredMember(definition, isOurs, canBeLabelled ? reader.Read(definition, cancellationToken) : ImmutableArray<DeclaredLabel>.Empty);
    }
}
