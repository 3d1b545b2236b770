using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>
/// ECRM4001: a member that is not intercepted is read for a purpose that rests on consent, and nothing on the way asks for it. One finding as long as the project intercepts nothing, then one for each read.
/// </summary>
internal sealed class UnaskedConsent : UnaskedReads
{
    private readonly Dictionary<IOperation, HashSet<ISymbol>> gated = new();

    private UnaskedConsent(PurposeContext purposes, ImmutableHashSet<string> concerned)
        : base(purposes, concerned)
    {
    }

    /// <summary>Null where no purpose rests on consent.</summary>
    public static new UnaskedReads? Find(PurposeContext purposes)
        => purposes.Table!.Document.Purposes.Where(static purpose => purpose.Value.Basis == LawfulBasis.Consent).Select(static purpose => purpose.Key).ToImmutableHashSet(StringComparer.Ordinal) is { IsEmpty: false } concerned
            ? new UnaskedConsent(purposes, concerned)
            : null;

    private protected override bool AsksItself(ISymbol member, CancellationToken cancellationToken) => Intercepted.Contains(member);

    private protected override bool Asks(IOperation operation, Question question, CancellationToken cancellationToken)
        => question.About is ISymbol about && new ConsentQuestions(Purposes, Intercepted, cancellationToken).PassesGate(operation, about, question.Purpose);

    private protected override object? AboutOf(UnaskedRead read) => ConsentQuestions.ObjectOf(read.Read.Operation) switch
    {
        INamedTypeSymbol type => type,
        { } variable when !read.Places.IsEmpty && GatedIn(AskedBefore.RootOf(read.Places[read.Places.Length - 1])).Contains(variable) => variable,
        _ => null,
    };

    /// <summary>The variables of a body on whose objects an intercepted member is read: hardly ever any.</summary>
    private HashSet<ISymbol> GatedIn(IOperation body)
    {
        if (!gated.TryGetValue(body, out var found))
        {
            var read = body.Descendants().Where(one => one is IPropertyReferenceOperation { Property: var property } && Intercepted.Contains(property));
            gated.Add(body, found = new HashSet<ISymbol>(read.Select(ConsentQuestions.ObjectOf).OfType<ISymbol>(), SymbolEqualityComparer.Default));
        }

        return found;
    }

    private protected override IEnumerable<Diagnostic> Describe(IReadOnlyList<UnaskedRead> found, CancellationToken cancellationToken)
    {
        var repairs = found.Select(one => Intercepted.Repairable(one.Read.Member, cancellationToken)).ToArray();
        if (Intercepted.HasBegun || found.Any(static one => InterceptedMembers.IsOfGuardingAssembly(one.Read.Member)))
        {
            return found.Select((one, number) => Describe(one, repairs[number] is { } place ? [place] : [], ""));
        }

        // The first that a fix can begin with, as ECRM1106 does.
        var first = Math.Max(0, Array.FindIndex(repairs, static place => place is not null));
        return [Describe(found[first], repairs.OfType<Location>().Distinct().ToArray(), found.Count == 1 ? "" : $"; this project intercepts nothing and has {found.Count} such reads")];
    }

    private static Diagnostic Describe(UnaskedRead one, IReadOnlyList<Location> repairs, string others)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (repairs.Count > 0)
        {
            properties = properties.Add(NotInterceptedAnalyzer.RepairProperty, nameof(PropertyRepair.Guard));
        }

        if (one.Purposes.Length == 1)
        {
            properties = properties.Add(PurposeProperty, one.Purposes[0]);
        }

        return Diagnostic.Create(
            RuleDescriptors.UnaskedConsent,
            one.Read.Location,
            repairs,
            properties,
            one.Read.Name,
            one.Code,
            Words.List(one.Purposes) + (one.Purposes.Length == 1 ? ", which rests on consent" : ", which rest on consent"),
            others);
    }
}
