using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Ethics.Crm.Analyzers.Consent;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Unconcluded;

/// <summary>ECRM9001: labelled data is read under a purpose, or under a key, that is no constant.</summary>
internal sealed class OpenPurposes(PurposeContext purposes)
{
    private readonly ConditionalWeakTable<IOperation, OpenScope> scopes = new();
    private readonly ConcurrentDictionary<Location, byte> told = new();

    /// <summary>Shown each read of labelled data that is looked at here, so that it need not be looked for again.</summary>
    public ImmutableArray<UnaskedReads> Seen { get; init; } = ImmutableArray<UnaskedReads>.Empty;

    /// <summary>How many places were told.</summary>
    public int Told => told.Count;

    /// <summary>To be called for each operation that may read labelled data.</summary>
    public void Look(OperationAnalysisContext context)
    {
        if (!context.IsInFileByHand())
        {
            return;
        }

        foreach (var labelled in purposes.Reads.At(context.Operation, context.CancellationToken))
        {
            foreach (var rule in Seen)
            {
                rule.Look(context, labelled);
            }

            var read = labelled.Read;

            // A scope is told once, with all that is read in it: at the first of them, because that is the same whoever is asked first.
            if (Opening(read.Operation, context.ContainingSymbol) is { } opening
                && OperationNames.NameOf(opening.Syntax).GetLocation() is var location && location.IsByHand(context.IsGeneratedCode)
                && scopes.GetValue(opening, one => Survey(one, context.ContainingSymbol, context.CancellationToken)) is var scope && scope.First == read)
            {
                Report(context, location, $"The purpose of this scope is no constant, so the build does not judge the read of {Words.List(scope.Names)} in it");
            }
        }

        if (purposes.Keys.IsUsed)
        {
            LookAtKey(context, context.Operation);
            foreach (var argument in purposes.Reads.HandingBack(context.Operation, context.CancellationToken))
            {
                LookAtKey(context, argument);
            }
        }
    }

    // In code that declares nothing no key would be judged either, unless the project is strict.
    private void LookAtKey(OperationAnalysisContext context, IOperation operation)
    {
        if (purposes.Reads.UnderOpenKey(operation, context.CancellationToken) is { } open
            && open.Location.IsByHand(context.IsGeneratedCode)
            && IsJudged(purposes.Code.At(open.Operation, context.ContainingSymbol)))
        {
            Report(context, open.Location, $"The key of '{open.Name}' is no constant, so the build does not know whether labelled data is read{Repair(open.Operation)}");
        }
    }

    /// <summary>A member that nobody can set may always hand out the same: only how it is declared keeps the build from knowing.</summary>
    private static string Repair(IOperation operation)
    {
        var arguments = (operation is IArgumentOperation ? operation.Parent : operation) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            var member = argument.Value switch
            {
                IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Type.SpecialType: SpecialType.System_String } field } => field,
                IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null, Type.SpecialType: SpecialType.System_String } property } => property,
                _ => (ISymbol?)null,
            };
            if (member is not null)
            {
                return $"; make '{SymbolNames.Display(member)}' a const";
            }
        }

        return "";
    }

    private void Report(OperationAnalysisContext context, Location location, string sentence)
    {
        told.TryAdd(location, 0);
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NotConstant, location, sentence));
    }

    private bool IsJudged(CodePurposes code) => !code.IsNever && (purposes.IsStrict || !code.IsUndeclared);

    private IOperation? Opening(IOperation operation, ISymbol containing) => purposes.Code.At(operation, containing) is { IsUnknown: true, Opening: { } opening } ? opening : null;

    private OpenScope Survey(IOperation opening, ISymbol containing, CancellationToken cancellationToken)
    {
        var body = opening;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        MemberRead? first = null;
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var operation in body.DescendantsAndSelf())
        {
            foreach (var (read, _) in purposes.Reads.In(operation, cancellationToken))
            {
                if (Opening(read.Operation, containing) == opening)
                {
                    first ??= read;
                    names.Add($"'{read.Name}'");
                }
            }
        }

        return new OpenScope(first!, names.ToArray());
    }

    /// <summary>What is read in a scope whose purpose is no constant.</summary>
    private sealed record OpenScope(MemberRead First, IReadOnlyList<string> Names);
}
