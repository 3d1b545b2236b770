using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The labels of a compilation's members, asked once for every reference in the program: what cannot be labelled is told apart before anything is read.</summary>
internal sealed class MemberLabels
{
    private readonly SpeakingAssemblies speaking = new();
    private readonly LabelReader reader;
    private readonly IAssemblySymbol own;
    private readonly bool policyNamesAttributes;
    private readonly NamedMembers named;

    public MemberLabels(Compilation compilation, PolicyTable? table, LabelReader reader)
    {
        this.reader = reader;
        own = compilation.Assembly;
        policyNamesAttributes = table is { Document.Attributes.Count: > 0 };
        named = new NamedMembers(table);
    }

    /// <inheritdoc cref="LabelReader.Read"/>
    public ImmutableArray<DeclaredLabel> Of(ISymbol member, CancellationToken cancellationToken)
        => CanBeLabelled(member) ? reader.Read(member, cancellationToken) : ImmutableArray<DeclaredLabel>.Empty;

    /// <inheritdoc cref="SpeakingAssemblies.MaySpeak"/>
    public bool MaySpeak(IAssemblySymbol assembly) => speaking.MaySpeak(assembly);

    private bool CanBeLabelled(ISymbol member)
        => policyNamesAttributes
            || named.MayBe(member)
            || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, own)
            || speaking.MaySpeak(member.ContainingAssembly);
}
