using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>ECRM2006: a member is read for a purpose with a maximum age, and nothing on the way checks how old it is. The gate does where the member names the one that tells it.</summary>
internal sealed class UncheckedAges : UnaskedReads
{
    private UncheckedAges(PurposeContext purposes, ImmutableHashSet<string> concerned)
        : base(purposes, concerned)
    {
    }

    /// <summary>Null where no purpose has a maximum age.</summary>
    public static new UnaskedReads? Find(PurposeContext purposes)
        => purposes.Table!.Purposes.Where(purpose => purposes.Table.MaximumAges(purpose).Count > 0).ToImmutableHashSet(StringComparer.Ordinal) is { IsEmpty: false } concerned
            ? new UncheckedAges(purposes, concerned)
            : null;

    // Nothing tells the age of what an interface's member yields, or a parameter: that is for those who read what it comes from.
    private protected override bool AsksItself(ISymbol member, CancellationToken cancellationToken)
        => Intercepted.Contains(member) && (member is not IPropertySymbol { IsAbstract: false, ContainingType.TypeKind: not TypeKind.Interface } || TimeOf(member) is not null);

    /// <summary>A comparison of the member that tells the age.</summary>
    private protected override bool Asks(IOperation operation, Question question, CancellationToken cancellationToken)
        => AsksAnywhere(operation, question, cancellationToken);

    private protected override bool AsksAnywhere(IOperation operation, Question question, CancellationToken cancellationToken)
        => question.About is string time
            && (operation is ILocalReferenceOperation { Local: var local } ? IsCompared(operation) && IsMadeOf(local, time, AskedBefore.RootOf(operation)) : IsRead(operation, time) && IsCompared(operation));

    private static bool IsRead(IOperation operation, string time) => operation is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } told && told.Member.Name == time;

    /// <summary>Whether a variable is where the time was put: by a pattern, or as it was declared.</summary>
    private static bool IsMadeOf(ILocalSymbol local, string time, IOperation body) => body.Descendants().Any(one => one switch
    {
        IIsPatternOperation { Value: var value, Pattern: var pattern } => IsDeclaredBy(local, pattern) && Reads(value, time),
        IVariableDeclaratorOperation { Symbol: var symbol, Initializer.Value: var value } => SymbolEqualityComparer.Default.Equals(symbol, local) && Reads(value, time),
        _ => false,
    });

    private static bool IsDeclaredBy(ILocalSymbol local, IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(one => SymbolEqualityComparer.Default.Equals(local, one switch
    {
        IDeclarationPatternOperation { DeclaredSymbol: var symbol } => symbol,
        IRecursivePatternOperation { DeclaredSymbol: var symbol } => symbol,
        _ => null,
    }));

    private static bool Reads(IOperation value, string time) => value.DescendantsAndSelf().Any(one => IsRead(one, time));

    private protected override object? AboutOf(UnaskedRead read) => TimeOf(read.Read.Member) is { Length: > 0 } time ? time : null;

    private protected override IEnumerable<Diagnostic> Describe(IReadOnlyList<UnaskedRead> found, CancellationToken cancellationToken) => found.Select(Describe);

    private Diagnostic Describe(UnaskedRead one)
    {
        var ages = one.Purposes.SelectMany(Purposes.Table!.MaximumAges).Distinct(StringComparer.Ordinal).ToArray();
        return Diagnostic.Create(
            RuleDescriptors.UncheckedAge,
            one.Read.Location,
            one.Purposes.Length == 1 ? ImmutableDictionary<string, string?>.Empty.Add(PurposeProperty, one.Purposes[0]) : null,
            one.Read.Name,
            one.Code,
            Words.List(one.Purposes),
            Words.List(ages),
            TimeOf(one.Read.Member) is { Length: > 0 } time ? $"nothing on the way asks how old it is; compare '{time}', or let the gate do it" : "nothing tells when it was obtained; name the member that does with [CollectedAt]");
    }

    /// <summary>The name in <c>[CollectedAt]</c>, where the generator looks for it; null without.</summary>
    private static string? TimeOf(ISymbol member)
        => DeclarationsOf.Member(member.OriginalDefinition)
            .SelectMany(static declaration => declaration.ContainingType.GetMembers("<" + declaration.Name + ">k__BackingField").Prepend(declaration))
            .SelectMany(static place => place.GetAttributes())
            .Where(static attribute => attribute.AttributeClass?.ToDisplayString() == AttributeNames.CollectedAt)
            .Select(static attribute => attribute.ConstructorArguments is [{ Value: string name }] ? name : "")
            .FirstOrDefault();

    private static bool IsCompared(IOperation told)
    {
        for (IOperation? around = told.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            switch (around)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual }:
                case IIsPatternOperation { Pattern: IRelationalPatternOperation }:
                case IInvocationOperation { TargetMethod.Name: "CompareTo" or "Compare" }:
                    return true;
            }
        }

        return false;
    }
}
