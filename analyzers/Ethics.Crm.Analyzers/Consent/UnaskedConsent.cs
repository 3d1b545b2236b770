using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>
/// ECRM4001: a member that is not intercepted is read for a purpose that rests on consent, and nothing on the way asks for it. One finding as long as the project intercepts nothing, then one for each read.
/// </summary>
internal sealed class UnaskedConsent : UnaskedReads
{
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

    private protected override bool Asks(IOperation operation, UnaskedRead read, string purpose, CancellationToken cancellationToken)
        => ConsentQuestions.ObjectOf(read.Read.Operation) is { } about && new ConsentQuestions(Purposes, Intercepted, cancellationToken).PassesGate(operation, about, purpose);

    // A variable is nobody's in another method; the object itself may be the same there.
    private protected override string QuestionsOf(UnaskedRead read) => ConsentQuestions.ObjectOf(read.Read.Operation) is INamedTypeSymbol type ? type.ToDisplayString() : "";

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
