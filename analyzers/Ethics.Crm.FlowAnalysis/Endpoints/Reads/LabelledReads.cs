using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>A read of a member that carries labels.</summary>
internal sealed record LabelledRead(MemberRead Read, ImmutableArray<DeclaredLabel> Labels);

/// <summary>What an operation reads of labelled members: the one answer for all rules, with a policy and without.</summary>
internal sealed class LabelledReads(ReceiverLabels labels, KeyedReads keys)
{
    /// <summary>The operations for which <see cref="In"/> may find something.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = MemberReads.Kinds.AddRange(DeconstructionReads.Kinds).AddRange(CompilerCalls.Kinds);

    public ImmutableArray<LabelledRead> In(IOperation operation, CancellationToken cancellationToken)
    {
        // Members without label, nearly all of a program, cost one look-up.
        if (MemberReads.Member(operation) is { } member)
        {
            var receiver = MemberReads.Receiver(operation);
            var under = keys.Of(operation, member, receiver, cancellationToken);
            var found = under is null ? labels.Of(member, receiver, cancellationToken) : under.Labels;
            return !found.IsEmpty && MemberReads.IsRead(operation)
                ? ImmutableArray.Create(new LabelledRead(new MemberRead(member, operation, operation.Syntax) { Key = under?.Key }, found))
                : ImmutableArray<LabelledRead>.Empty;
        }

        if (!MayCall(operation))
        {
            return ImmutableArray<LabelledRead>.Empty;
        }

        ImmutableArray<LabelledRead>.Builder? reads = null;
        foreach (var (read, receiver) in CompilerCallsIn(operation))
        {
            if (labels.Of(read.Member, receiver, cancellationToken) is { IsEmpty: false } found)
            {
                (reads ??= ImmutableArray.CreateBuilder<LabelledRead>()).Add(new LabelledRead(read, found));
            }
        }

        return reads is null ? ImmutableArray<LabelledRead>.Empty : reads.ToImmutable();
    }

    /// <summary>What the compiler calls for an operation that names no member, with the type of the object on which it does.</summary>
    public static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> CompilerCallsIn(IOperation operation) => MayCall(operation) ? DeconstructionReads.In(operation).Concat(CompilerCalls.In(operation)) : [];

    /// <summary>False for what nearly every line has: conversions and sums that the language itself makes.</summary>
    public static bool MayCall(IOperation operation) => operation.Kind switch
    {
        OperationKind.Binary or OperationKind.CompoundAssignment => operation.Type is { SpecialType: SpecialType.System_String },
        OperationKind.Conversion or OperationKind.Unary or OperationKind.Increment or OperationKind.Decrement or OperationKind.Argument => false,
        _ => true,
    };

    /// <summary>Whether a use of the member can be the read of a labelled one: quicker than <see cref="In"/>, and without a look at what surrounds it.</summary>
    public bool MayBeLabelled(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken) => keys.MayBe(member, receiver) || !labels.Of(member, receiver, cancellationToken).IsEmpty;

    /// <summary>The read of a value under a key that is no constant: it may be labelled, and nobody knows. Null for every other operation.</summary>
    public MemberRead? UnderOpenKey(IOperation operation, CancellationToken cancellationToken)
        => keys.IsUsed
            && MemberReads.Member(operation) is { } member
            && keys.Of(operation, member, MemberReads.Receiver(operation), cancellationToken) is { IsOpen: true }
            && MemberReads.IsRead(operation)
                ? new MemberRead(member, operation, operation.Syntax)
                : null;
}
