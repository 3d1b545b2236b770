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
    /// <summary>The operations for which <see cref="At"/> may find something. Arguments, a fifth of all, are not among them: only few hand something back, and those their call knows.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = MemberReads.Kinds.Remove(OperationKind.Argument).Add(OperationKind.ObjectCreation).AddRange(DeconstructionReads.Kinds).AddRange(CompilerCalls.Kinds);

    /// <summary>What is read where the compiler hands over an operation of these kinds: <see cref="In"/>, and of a call what its arguments hand back.</summary>
    public ImmutableArray<LabelledRead> At(IOperation operation, CancellationToken cancellationToken)
    {
        var found = In(operation, cancellationToken);
        foreach (var argument in HandingBack(operation, cancellationToken))
        {
            found = found.AddRange(In(argument, cancellationToken));
        }

        return found;
    }

    /// <summary>The arguments of a call that hand something back.</summary>
    public ImmutableArray<IArgumentOperation> HandingBack(IOperation call, CancellationToken cancellationToken) => call.Kind switch
    {
        OperationKind.Invocation when labels.HandsOut(((IInvocationOperation)call).TargetMethod, cancellationToken) => ((IInvocationOperation)call).Arguments,
        OperationKind.ObjectCreation when ((IObjectCreationOperation)call).Constructor is { } constructor && labels.HandsOut(constructor, cancellationToken) => ((IObjectCreationOperation)call).Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    public ImmutableArray<LabelledRead> In(IOperation operation, CancellationToken cancellationToken)
    {
        // Members without label, nearly all of a program, cost one look-up.
        if (MemberReads.Member(operation) is { } member)
        {
            if (!keys.IsUsed && operation.Kind != OperationKind.MethodReference && labels.At(operation, member, cancellationToken).IsEmpty)
            {
                return ImmutableArray<LabelledRead>.Empty;
            }

            var receiver = MemberReads.Receiver(operation);
            var found = Of(operation, member, receiver, cancellationToken) is { } one && MemberReads.IsRead(operation) ? ImmutableArray.Create(one) : ImmutableArray<LabelledRead>.Empty;
            return operation.Kind == OperationKind.MethodReference ? found.AddRange(HandedOut((IMethodReferenceOperation)operation, receiver, cancellationToken)) : found;
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

    private LabelledRead? Of(IOperation operation, ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        var under = keys.Of(operation, member, receiver, cancellationToken);
        var found = under is null ? labels.Of(member, receiver, cancellationToken) : under.Labels;
        return found.IsEmpty ? null : new LabelledRead(new MemberRead(member, operation, operation.Syntax) { Key = under?.Key }, found);
    }

    /// <summary>Whoever gets the delegate of a method calls it out of sight: what its labelled <c>out</c> and <c>ref</c> parameters hand out is taken here, as its result is.</summary>
    private IEnumerable<LabelledRead> HandedOut(IMethodReferenceOperation method, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        foreach (var parameter in method.Method.Parameters)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && Of(method, parameter, receiver, cancellationToken) is { } read && MemberReads.IsRead(method))
            {
                yield return read;
            }
        }
    }

    /// <summary>What the compiler calls for an operation that names no member, with the type of the object on which it does.</summary>
    public static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> CompilerCallsIn(IOperation operation)
        => !MayCall(operation) ? [] : operation.Kind switch
        {
            OperationKind.Loop => DeconstructionReads.In(operation).Concat(CompilerCalls.In(operation)),
            OperationKind.DeconstructionAssignment or OperationKind.RecursivePattern => DeconstructionReads.In(operation),
            _ => CompilerCalls.In(operation),
        };

    /// <summary>False for what nearly every line has: conversions and sums that the language itself makes, and variables.</summary>
    public static bool MayCall(IOperation operation) => operation.Kind switch
    {
        OperationKind.Binary or OperationKind.CompoundAssignment => operation.Type is { SpecialType: SpecialType.System_String },
        OperationKind.Conversion or OperationKind.Unary or OperationKind.Increment or OperationKind.Decrement or OperationKind.Argument or OperationKind.ObjectCreation => false,
        OperationKind.VariableDeclarator => CompilerCalls.IsPinned(operation.Syntax),
        _ => true,
    };

    /// <summary>Whether a use of the member can be the read of a labelled one: quicker than <see cref="In"/>, and without a look at what surrounds it.</summary>
    public bool MayBeLabelled(IOperation operation, ISymbol member, CancellationToken cancellationToken)
        => (keys.IsUsed && keys.MayBe(member, MemberReads.Receiver(operation))) || !labels.At(operation, member, cancellationToken).IsEmpty;

    /// <inheritdoc cref="MayBeLabelled(IOperation, ISymbol, CancellationToken)"/>
    /// <param name="receiver">Null when there is no object.</param>
    public bool MayBeLabelled(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken) => keys.MayBe(member, receiver) || !labels.Of(member, receiver, cancellationToken).IsEmpty;

    /// <summary>Whether what the compiler calls on an object of a type carries labels.</summary>
    public bool IsLabelled(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken) => !labels.Of(member, receiver, cancellationToken).IsEmpty;

    /// <summary>The read of a value under a key that is no constant: it may be labelled, and nobody knows. Null for every other operation.</summary>
    public MemberRead? UnderOpenKey(IOperation operation, CancellationToken cancellationToken)
    {
        if (!keys.IsUsed || MemberReads.Member(operation) is not { } member)
        {
            return null;
        }

        var receiver = MemberReads.Receiver(operation);
        return IsOpen(member) || (operation is IMethodReferenceOperation { Method.Parameters: var parameters } && parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref && IsOpen(parameter)))
            ? MemberReads.IsRead(operation) ? new MemberRead(member, operation, operation.Syntax) : null
            : null;

        bool IsOpen(ISymbol keyed) => keys.Of(operation, keyed, receiver, cancellationToken) is { IsOpen: true };
    }
}
