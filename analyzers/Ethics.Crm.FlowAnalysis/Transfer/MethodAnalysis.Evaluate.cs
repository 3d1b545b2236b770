using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What expressions yield. One that is not known yields what its parts do.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Evaluate(IOperation operation)
    {
        // A text of thousands of parts is one expression as deep.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue.HasValue)
        {
            return FlowValue.None;
        }

        switch (operation)
        {
            case ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation or IEventReferenceOperation:
                return FlowValue.None;
            case IInstanceReferenceOperation:
                return graph.Of.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? FlowValue.Of(new InputObject(method, AccessPath.Root)) : store.Of(method);
            case IFlowCaptureOperation capture:
                // A captured left side is written later; what it holds is read now all the same.
                graph.Targets[capture.Id] = capture.Value;
                store = store.With(capture.Id, Evaluate(capture.Value));
                return FlowValue.None;
            case IFlowCaptureReferenceOperation capture:
                return store.Of(capture.Id);
            case ILocalReferenceOperation local:
                return InHand(local, Variable(local.Local));
            case IParameterReferenceOperation parameter:
                return Labelled(parameter) ?? InHand(parameter, Variable(parameter.Parameter));
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IArrayElementReferenceOperation element:
                return Element(element, element.ArrayReference, element.Indices);
            case IImplicitIndexerReferenceOperation element:
                return Element(element, element.Instance, new[] { element.Argument });
            case IInvocationOperation call:
                return Call(call);
            case IObjectCreationOperation creation:
                return Creation(creation);
            case ITupleOperation tuple:
                return Tuple(tuple);
            case IAnonymousObjectCreationOperation anonymous:
                return Initialised(anonymous, anonymous.Initializers);
            case IWithOperation with:
                return With(with);
            case IArrayCreationOperation array:
                return Array(array);
            case ISimpleAssignmentOperation assignment:
                return Assignment(assignment);
            case ICompoundAssignmentOperation compound:
                return Combined(compound, compound.Target, compound.Value);
            case IIncrementOrDecrementOperation increment:
                return Evaluate(increment.Target);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction(deconstruction);
            case IBinaryOperation binary:
                return binary.OperatorMethod is { } plus && solver.HasBody(plus) ? CallOf(binary, plus, null, new[] { binary.LeftOperand, binary.RightOperand }) : IsNullCheck(binary) ? Discarded(binary) : Parts(binary);
            case IUnaryOperation { OperatorMethod: { } minus } unary when solver.HasBody(minus):
                return CallOf(unary, minus, null, [unary.Operand]);
            case IConversionOperation { OperatorMethod: { } converts } conversion when solver.HasBody(converts):
                return CallOf(conversion, converts, null, [conversion.Operand]);
            case IIsNullOperation or IIsTypeOperation:
                return Discarded(operation);
            case IIsPatternOperation pattern:
                return Pattern(pattern);
            case IFlowAnonymousFunctionOperation lambda:
                return Lambda(lambda);
            case IMethodReferenceOperation reference:
                return FlowValue.Of(MethodGroup(reference).Taints);
            case IReturnOperation { ReturnedValue: { } yielded, Kind: OperationKind.YieldReturn }:
                Yield(operation, Evaluate(yielded));
                return FlowValue.None;
            case ICaughtExceptionOperation:
                return thrown;
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IEventAssignmentOperation or IRaiseEventOperation:
                Discarded(operation);
                return FlowValue.None;
            default:
                return Parts(operation);
        }
    }

    /// <summary>The labels of all parts.</summary>
    private FlowValue Parts(IOperation operation)
    {
        var value = FlowValue.None;
        foreach (var part in operation.ChildOperations)
        {
            value = value.And(Evaluate(part));
        }

        return value;
    }

    /// <summary>The parts are evaluated, and the whole tells nothing of them.</summary>
    private FlowValue Discarded(IOperation operation)
    {
        Parts(operation);
        return FlowValue.None;
    }

    private FlowValue Variable(ISymbol variable)
    {
        if (graph.Aliases.TryGetValue(variable, out var target))
        {
            return Evaluate(target);
        }

        var value = store.Of(variable);
        if (!nested.IsNeeded)
        {
            return value;
        }

        return SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of) ? value.And(nested.WrittenInside(variable)) : value.And(nested.Held(variable));
    }

    /// <summary>The label of a labelled member that is read here, and nothing else: what it holds has ended at it. Null for a member without label.</summary>
    private FlowValue? Labelled(IOperation operation)
    {
        // Members without label, nearly all of a program, cost one look-up.
        if (MemberReads.Member(operation) is not { } member || !purposes.Reads.MayBeLabelled(member, MemberReads.Receiver(operation), cancellationToken))
        {
            return null;
        }

        if (bodies.OperationAt(operation.Syntax, cancellationToken) is not { } whole)
        {
            return null;
        }

        var reads = purposes.Reads.In(whole, cancellationToken);
        if (reads.IsEmpty && whole is not IParameterReferenceOperation && MemberReads.IsRead(whole))
        {
            return null;
        }

        return FlowValue.Of(reads.Select(read => Source(read, PurposesAt(operation.Syntax))));
    }

    private static Taint Source(LabelledRead read, Endpoints.Purposes.CodePurposes code)
        => new(new ReadOrigin(read.Read.Syntax, read.Read.Name) { Read = read }, code.IsUndeclared || code.IsUnknown ? ImmutableSortedSet<string>.Empty : Keys(code.Names).ToImmutableSortedSet(StringComparer.Ordinal))
        {
            Trail = Trail.Then(null, OperationNames.NameOf(read.Read.Syntax), $"'{read.Read.Name}' is read"),
        };

    private FlowValue Field(IFieldReferenceOperation field)
    {
        if (Labelled(field) is { } labelled)
        {
            if (field.Instance is not null)
            {
                Evaluate(field.Instance);
            }

            return labelled;
        }

        if (field.Instance is null)
        {
            return FlowValue.None;
        }

        var owner = Evaluate(field.Instance);
        var value = store.Read(owner, Segment.Of(field.Field));
        return InHand(field, IsFromElsewhere(field.Field) && !field.Field.ContainingType.IsTupleType ? value.With(owner.Taints) : value);
    }

    private FlowValue Property(IPropertyReferenceOperation property)
    {
        if (Labelled(property) is { } labelled)
        {
            Discarded(property);
            return labelled;
        }

        if (property.Property.GetMethod is { } getter && (solver.HasBody(getter) || getter.IsAbstract) && !IsAutomatic(property.Property))
        {
            return CallOf(property, getter, property.Instance, property.Arguments);
        }

        if (property.Instance is null)
        {
            return InHand(property, Parts(property));
        }

        if (property.Property.IsIndexer)
        {
            return Element(property, property.Instance, property.Arguments.Select(static argument => argument.Value));
        }

        var owner = Evaluate(property.Instance);
        if (Known.IsCount(property.Property))
        {
            return FlowValue.None;
        }

        if (property.Property.Name is "Keys" or "Values" && Known.IsDictionary(property.Instance.Type))
        {
            return Hold(property, store.Read(owner, property.Property.Name is "Keys" ? Segment.Keys : Segment.Elements).And(store.Read(owner, Segment.Unknown)));
        }

        var value = store.Read(owner, Segment.Of(property.Property));
        if (IsFromElsewhere(property.Property) && !property.Property.ContainingType.IsAnonymousType)
        {
            // What is known of the object is known of its parts.
            value = value.And(store.Deep(owner.Unlabelled())).With(owner.Taints);
        }

        return InHand(property, value);
    }

    private FlowValue Element(IOperation operation, IOperation collection, IEnumerable<IOperation> keys)
    {
        var owner = Evaluate(collection);
        var key = FlowValue.None;
        foreach (var index in keys)
        {
            key = key.And(Evaluate(index));
        }

        var value = store.Read(owner, Segment.Elements).With(owner.Taints);
        return InHand(operation, Known.IsSimple(operation.Type) ? value.With(key.Taints) : value);
    }

    private FlowValue Tuple(ITupleOperation tuple)
    {
        var made = new MadeObject(tuple.Syntax, null);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            store = store.Write(made, "Item" + (i + 1), Evaluate(tuple.Elements[i]), graph.IsOnce(tuple));
        }

        return FlowValue.Of(made);
    }

    private FlowValue Initialised(IOperation creation, IEnumerable<IOperation> initializers)
    {
        var made = new MadeObject(creation.Syntax, null);
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
            {
                store = store.Write(made, Segment.Of(property.Property), Evaluate(assignment.Value), graph.IsOnce(creation));
            }
        }

        return FlowValue.Of(made);
    }

    private FlowValue With(IWithOperation with)
    {
        var copy = Copy(with, Evaluate(with.Operand), with.Operand.Type);
        foreach (var change in with.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            var value = Evaluate(change.Value);
            if (change.Target is IMemberReferenceOperation member)
            {
                Put(copy, Segment.Of(member.Member), value);
            }
        }

        return copy;
    }

    /// <summary>Another object with the same parts.</summary>
    private FlowValue Copy(IOperation site, FlowValue from, ITypeSymbol? type)
    {
        var made = new MadeObject(site.Syntax, null);
        foreach (var one in from.Objects)
        {
            foreach (var member in one is InputObject ? Known.PartsOf(type) : [])
            {
                store = store.Write(made, Segment.Of(member), store.Read(one, Segment.Of(member)), false);
            }

            foreach (var entry in store.Heap.Where(entry => entry.Key.Object.Equals(one)).ToArray())
            {
                store = store.Write(made, entry.Key.Segment, entry.Value, false);
            }
        }

        return FlowValue.Of(made).With(from.Taints);
    }

    private FlowValue Array(IArrayCreationOperation array)
    {
        var made = new MadeObject(array.Syntax, null);
        foreach (var size in array.DimensionSizes)
        {
            Evaluate(size);
        }

        Fill(made, array.Initializer);
        return FlowValue.Of(made);

        void Fill(HeapObject into, IArrayInitializerOperation? initializer)
        {
            foreach (var element in initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty)
            {
                if (element is IArrayInitializerOperation inner)
                {
                    Fill(into, inner);
                }
                else
                {
                    store = store.Write(into, Segment.Elements, Evaluate(element), false);
                }
            }
        }
    }

    private void Yield(IOperation operation, FlowValue value)
    {
        var made = new MadeObject(graph.Body.OriginalOperation.Syntax, null);
        store = store.Write(made, Segment.Elements, value, false);
        graph.Result = graph.Result.And(FlowValue.Of(made));
        _ = operation;
    }

    private static bool IsNullCheck(IBinaryOperation binary)
        => binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && (IsNull(binary.LeftOperand) || IsNull(binary.RightOperand));

    private static bool IsNull(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue is { HasValue: true, Value: null } || (operation is IDefaultValueOperation && operation.Type is { IsReferenceType: true });
    }

    private bool IsFromElsewhere(ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, purposes.Compilation.Assembly);

    private static bool IsAutomatic(IPropertySymbol property)
        => property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition));
}
