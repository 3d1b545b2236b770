using System.Threading;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What is looked at of each operation that names a member: a program has so many that what is not needed for nearly all of them comes last.</summary>
internal sealed partial class CallIndex
{
    /// <summary>An operation, and whose body it stands in.</summary>
    private readonly record struct LookedAt(IOperation Operation, ISymbol ContainingSymbol, CancellationToken CancellationToken);

    /// <summary>Whether it may read labelled data.</summary>
    private bool Look(LookedAt context, PurposeContext purposes)
    {
        var operation = context.Operation;
        if (MemberReads.Member(operation) is { } member)
        {
            return LookAtUse(context, purposes, operation, member);
        }

        switch (operation.Kind)
        {
            case OperationKind.ObjectCreation:
                return ((IObjectCreationOperation)operation).Constructor is { } constructor && LookAtCreation(context, purposes, (IObjectCreationOperation)operation, constructor);
            case OperationKind.DynamicMemberReference:
                NoteDynamic(context, purposes, (IDynamicMemberReferenceOperation)operation);
                return false;
            case OperationKind.DynamicIndexerAccess:
                // Which indexer runs is known where the object is.
                Note(context.ContainingSymbol, null, true);
                return false;
            case OperationKind.EventReference:
                if (((IEventReferenceOperation)operation).Event is var listened && purposes.Labels.Find(listened, context.CancellationToken).IsOurs)
                {
                    Note(context.ContainingSymbol, listened, false);
                }

                return false;
            default:
                return LabelledReads.MayCall(operation) && LookAtCompilerCalls(context, purposes, operation);
        }
    }

    /// <summary>The methods by which an object answers dynamic code for itself.</summary>
    private static readonly string[] Answers = ["TryGetMember", "TrySetMember", "TryInvokeMember", "TryGetIndex"];

    /// <summary>What dynamic code may name is all of this compilation that has the name.</summary>
    public IReadOnlyList<ISymbol> NamedDynamically(string name)
        => dynamicNames.GetOrAdd(name, one => compilation.GetSymbolsWithName(one, SymbolFilter.Member).Where(static member => member is IMethodSymbol or IPropertySymbol or IFieldSymbol).ToArray());

    private void NoteDynamic(LookedAt context, PurposeContext purposes, IDynamicMemberReferenceOperation named)
    {
        foreach (var member in NamedDynamically(named.MemberName))
        {
            Note(context.ContainingSymbol, member is IFieldSymbol { IsStatic: false } ? null : member, !purposes.Labels.Of(member, context.CancellationToken).IsEmpty);
        }

        foreach (var name in Answers)
        {
            foreach (var member in NamedDynamically(name))
            {
                Note(context.ContainingSymbol, member, false);
            }
        }
    }

    private bool LookAtUse(LookedAt context, PurposeContext purposes, IOperation operation, ISymbol member)
    {
        if (operation.Kind == OperationKind.DynamicMemberReference)
        {
            NoteDynamic(context, purposes, (IDynamicMemberReferenceOperation)operation);
        }

        member = member is IMethodSymbol method && ExtensionBlocks.MemberOf(method) is { } extending ? extending : member;
        var known = purposes.Labels.Find(member, context.CancellationToken);
        var isLabelled = purposes.Reads.MayBeLabelled(operation, member, context.CancellationToken);
        var isReader = isLabelled;
        if (member is IMethodSymbol called)
        {
            if (called.IsGenericMethod)
            {
                purposes.Stored.Note(called);
            }

            if (!known.IsOurs || called.IsExtensionMethod)
            {
                Registrations.Note(called, operation);
            }

            if (operation.Kind == OperationKind.Invocation)
            {
                var call = (IInvocationOperation)operation;
                if (UnsafeAccessors.MayBe(called) && UnsafeAccessors.Reached(called) is { } reached)
                {
                    Note(context.ContainingSymbol, reached, false);
                }

                if (known.Name == ReflectedMethods.Finder && ReflectedMethods.Of(call) is { } found)
                {
                    Note(context.ContainingSymbol, found, false);
                }

                if (!known.IsOurs && ProcessValues.Of(called) is { } keeper)
                {
                    Note(context.ContainingSymbol, keeper, false);
                }

                isReader |= HandsBackLabelled(call, purposes, context.CancellationToken) || LateBound.IsReflected(call);
                isLabelled |= isReader;
                isReader |= purposes.Sinks.Has(known) && purposes.Wholes.AreDisclosedBy(called, call.Arguments, purposes.Sinks, context.CancellationToken);
                switch (purposes.Serialized.WrittenBy(known, call.Arguments, context.CancellationToken))
                {
                    case SerializedReads.Known:
                        isReader = true;
                        break;
                    case SerializedReads.KnownToCallers when context.ContainingSymbol is IMethodSymbol writer:
                        writers.TryAdd(writer.OriginalDefinition, 0);
                        break;
                    case SerializedReads.KnownToCallers:
                        isReader = true;
                        break;
                }
            }
        }

        else if (!known.IsOurs && (operation.Kind == OperationKind.PropertyReference || (operation.Kind == OperationKind.FieldReference && operation.Parent is { Kind: OperationKind.SimpleAssignment })))
        {
            Registrations.Note(member, operation);
        }

        var isElsewhere = !known.IsOurs && purposes.SideCars.Knows(member.ContainingAssembly);
        if (isElsewhere)
        {
            elsewhere.TryAdd(member.OriginalDefinition, 0);
        }

        var isCall = (known.IsOurs || isElsewhere) && member is IMethodSymbol or IPropertySymbol or IFieldSymbol { IsStatic: true, IsConst: false } or IFieldSymbol { Type: { TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer } or INamedTypeSymbol { IsGenericType: true } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate } };
        if (isReader || isCall)
        {
            Note(context.ContainingSymbol, isCall ? member : null, isReader);
            if (isCall && operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both)
            {
                foreach (var asked in ImplicitCalls.Deciding(both))
                {
                    Note(context.ContainingSymbol, asked, false);
                }
            }
        }

        // What a method that is handed on hands out itself is asked there.
        return isLabelled || operation.Kind == OperationKind.MethodReference;
    }

    private bool LookAtCreation(LookedAt context, PurposeContext purposes, IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        var known = purposes.Labels.Find(constructor, context.CancellationToken);
        var isLabelled = HandsBackLabelled(creation, purposes, context.CancellationToken);
        var isReader = isLabelled || (purposes.Sinks.Has(known) && purposes.Wholes.AreDisclosedBy(constructor, creation.Arguments, purposes.Sinks, context.CancellationToken));
        if (!known.IsOurs)
        {
            Registrations.Note(constructor, creation);
        }

        if (known.IsOurs || isReader)
        {
            Note(context.ContainingSymbol, known.IsOurs ? constructor : null, isReader);
        }
        else
        {
            NoteElsewhere(context, purposes, constructor);
        }

        return isLabelled;
    }

    private static bool HandsBackLabelled(IOperation call, PurposeContext purposes, CancellationToken cancellationToken)
    {
        foreach (var argument in purposes.Reads.HandingBack(call, cancellationToken))
        {
            if (MemberReads.Member(argument) is { } parameter && purposes.Reads.MayBeLabelled(argument, parameter, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private bool LookAtCompilerCalls(LookedAt context, PurposeContext purposes, IOperation operation)
    {
        var isLabelled = false;
        foreach (var (read, receiver) in LabelledReads.CompilerCallsIn(operation))
        {
            if (read.Member is IMethodSymbol or IPropertySymbol && purposes.Labels.Find(read.Member, context.CancellationToken).IsOurs)
            {
                Note(context.ContainingSymbol, read.Member, false);
            }
            else
            {
                NoteElsewhere(context, purposes, read.Member);
            }

            isLabelled |= purposes.Reads.IsLabelled(read.Member, receiver, context.CancellationToken);
        }

        foreach (var method in ImplicitCalls.In(operation))
        {
            if (purposes.Labels.Find(method, context.CancellationToken).IsOurs)
            {
                Note(context.ContainingSymbol, method, false);
            }
            else
            {
                NoteElsewhere(context, purposes, method);
            }
        }

        if (isLabelled)
        {
            Note(context.ContainingSymbol, null, true);
        }

        return isLabelled;
    }

    /// <summary>A member of a library of which is known what it does.</summary>
    private void NoteElsewhere(LookedAt context, PurposeContext purposes, ISymbol member)
    {
        if (purposes.SideCars.Knows(member.ContainingAssembly))
        {
            elsewhere.TryAdd(member.OriginalDefinition, 0);
            Note(context.ContainingSymbol, member, false);
        }
    }

    private void Note(ISymbol containing, ISymbol? callee, bool isReader)
    {
        if (containing is IMethodSymbol method)
        {
            NoteIn(method);
        }
        else if (containing is IFieldSymbol or IPropertySymbol)
        {
            // An initializer runs with each constructor that does not call another one.
            foreach (var constructor in containing.IsStatic ? containing.ContainingType.StaticConstructors : containing.ContainingType.InstanceConstructors)
            {
                NoteIn(constructor);
            }
        }

        void NoteIn(IMethodSymbol caller)
        {
            if (callee is not null)
            {
                AddCall(caller, callee);
            }

            if (isReader)
            {
                AddReader(caller);
            }
        }
    }
}
