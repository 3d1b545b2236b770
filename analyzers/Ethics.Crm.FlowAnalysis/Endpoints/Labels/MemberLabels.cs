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
    private readonly bool policyNamesReturns;
    private readonly bool policyNamesParameters;
    private readonly bool policyNamesFields;

    public MemberLabels(Compilation compilation, PolicyTable? table, LabelReader reader)
    {
        this.reader = reader;
        own = compilation.Assembly;
        policyNamesAttributes = table is { Document.Attributes.Count: > 0 };
        policyNamesFields = table is { HasFieldPatterns: true };
        policyNamesParameters = policyNamesFields && table!.Document.Fields.Keys.Any(key => key.IndexOf('#') >= 0);
        policyNamesReturns = policyNamesFields && table!.Document.Fields.Keys.Any(key => key.IndexOf('(') >= 0);
    }

    /// <inheritdoc cref="LabelReader.Read"/>
    public ImmutableArray<DeclaredLabel> Of(ISymbol member, CancellationToken cancellationToken)
        => CanBeLabelled(member) ? reader.Read(member, cancellationToken) : ImmutableArray<DeclaredLabel>.Empty;

    private bool CanBeLabelled(ISymbol member)
        => policyNamesAttributes
            || member switch
            {
                IMethodSymbol => policyNamesReturns,
                IParameterSymbol => policyNamesParameters,
                _ => policyNamesFields,
            }
            || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, own)
            || speaking.MaySpeak(member.ContainingAssembly);
}
