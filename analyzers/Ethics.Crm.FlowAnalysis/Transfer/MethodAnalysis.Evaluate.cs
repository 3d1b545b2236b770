using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What expressions yield. One that is not known yields what its parts do.</summary>
internal sealed partial class MethodAnalysis
{
    // The compiler that this is built against at the floor does not know the operation; newer ones hand it out under this number.
    private const int ExpressionOfCollection = 0x7f;

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
                return operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.InterpolatedStringHandler } && handlers.Count > 0 ? handlers.Peek() : This();
            case IFlowCaptureOperation capture:
                // A captured left side is written later; what it holds is read now all the same.
                Capture(capture);
                return FlowValue.None;
            case IFlowCaptureReferenceOperation capture:
                return store.Of(capture.Id);
            case ILocalReferenceOperation local:
                return InHand(local, Variable(local.Local));
            case IParameterReferenceOperation parameter:
                return Labelled(parameter) ?? InHand(parameter, Kept(parameter.Parameter) ?? Variable(VariableOf(parameter.Parameter)));
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IArrayElementReferenceOperation element:
                return element.Indices is [{ Type.Name: "Range" }] ? Sliced(element, Evaluate(element.ArrayReference)) : Element(element, element.ArrayReference, element.Indices, ElementOf(element));
            case IImplicitIndexerReferenceOperation element:
                return element.Argument.Type is { Name: "Range" } ? Evaluate(element.Instance) : Element(element, element.Instance, new[] { element.Argument });
            case IInlineArrayAccessOperation element:
                return Element(element, element.Instance, new[] { element.Argument });
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation:
                return Dynamic(operation);
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
                return Combined(compound);
            case IIncrementOrDecrementOperation increment:
                return Evaluate(increment.Target);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction(deconstruction);
            case IBinaryOperation binary:
                return binary.OperatorMethod is { } plus && solver.HasBody(plus) ? CallOf(binary, plus, null, new[] { binary.LeftOperand, binary.RightOperand }) : IsNullCheck(binary) ? Discarded(binary) : IsText(binary) ? Text(binary.LeftOperand, Evaluate(binary.LeftOperand)).And(Text(binary.RightOperand, Evaluate(binary.RightOperand))) : Parts(binary);
            case IInterpolationOperation interpolation:
                return Text(interpolation.Expression, Evaluate(interpolation.Expression));
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
                Yield(Evaluate(yielded));
                return FlowValue.None;
            case ICaughtExceptionOperation:
                return Caught();
            case IInterpolatedStringHandlerCreationOperation handler:
                return Handler(handler);
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IEventAssignmentOperation or IRaiseEventOperation:
                Discarded(operation);
                return FlowValue.None;
            default:
                return (int)operation.Kind == ExpressionOfCollection || (operation.Kind == OperationKind.None && Known.IsCollection(operation.Type)) ? Collection(operation) : Parts(operation);
        }
    }

    /// <summary>Nobody knows what runs; a lambda is no value that goes into it.</summary>
    private FlowValue Dynamic(IOperation operation)
    {
        var all = FlowValue.None;
        foreach (var part in operation.ChildOperations)
        {
            var value = Evaluate(part);
            all = all.And(value);
            if (part is not IDelegateCreationOperation and not IFlowAnonymousFunctionOperation)
            {
                Lose(operation.Syntax, store.Deep(value), "dynamic code");
            }
        }

        return all;
    }

    /// <summary>A text that a handler collects: it is called with each hole.</summary>
    private FlowValue Handler(IInterpolatedStringHandlerCreationOperation handler)
    {
        var made = Evaluate(handler.HandlerCreation);
        handlers.Push(made);
        Evaluate(handler.Content);
        handlers.Pop();
        return made;
    }

    /// <summary>An expression of collection, as far as the compiler that this is built against knows it: it holds its parts, and what lies in those that are poured out.</summary>
    private FlowValue Collection(IOperation operation)
    {
        var made = new MadeObject(operation.Syntax, null) { Type = operation.Type };
        if (operation.Type is IArrayTypeSymbol && operation.Syntax is CollectionExpressionSyntax { Elements: var elements } && elements.All(static element => element is ExpressionElementSyntax))
        {
            var place = 0;
            foreach (var part in operation.ChildOperations)
            {
                var value = Copied(part, Evaluate(part));
                store = store.Write(made, Segment.At(place++), value, graph.IsOnce(operation));
            }

            return FlowValue.Of(made);
        }

        foreach (var part in operation.ChildOperations)
        {
            var value = Evaluate(part);
            if (part.Type is null || Known.IsCollection(part.Type) || part.ChildOperations.Any(inner => Known.IsCollection(inner.Type)))
            {
                value = value.And(store.Read(value, Segment.Elements));
            }

            store = store.Write(made, Segment.Elements, value, false);
        }

        return FlowValue.Of(made);
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
        if (store.References.TryGetValue(variable, out var places))
        {
            return places.Where(place => place is not VariablePlace { Variable: var same } || !SymbolEqualityComparer.Default.Equals(same, variable)).Aggregate(FlowValue.None, (all, place) => all.And(Read(place)));
        }

        var value = store.Of(variable);
        if (!nested.IsNeeded)
        {
            return value;
        }

        return SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of) ? value.And(nested.WrittenInside(variable)) : value.And(nested.Held(variable));
    }

    private FlowValue Tuple(ITupleOperation tuple)
    {
        var made = new MadeObject(tuple.Syntax, null);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var element = Copied(tuple.Elements[i], Evaluate(tuple.Elements[i]));
            store = store.Write(made, "Item" + (i + 1), element, graph.IsOnce(tuple));
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
                var part = Evaluate(assignment.Value);
                store = store.Write(made, Segment.Of(property.Property), part, graph.IsOnce(creation));
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
        var made = new MadeObject(site.Syntax, null) { Part = "copy", Type = type is { IsValueType: true } ? type : null };
        foreach (var one in from.Objects)
        {
            foreach (var member in one is InputObject ? Known.PartsOf(type) : [])
            {
                store = store.Write(made, Segment.Of(member), store.Read(one, Segment.Of(member)), false);
            }

            foreach (var part in store.Heap.PartsOf(one))
            {
                store = store.Write(made, part.Key, part.Value, false);
            }
        }

        return FlowValue.Of(made).With(from.Taints);
    }

    private FlowValue Array(IArrayCreationOperation array)
    {
        var made = new MadeObject(array.Syntax, null) { Type = array.Type };
        foreach (var size in array.DimensionSizes)
        {
            Evaluate(size);
        }

        var isFlat = array.DimensionSizes.Length == 1;
        Fill(array.Initializer);
        return FlowValue.Of(made);

        void Fill(IArrayInitializerOperation? initializer)
        {
            var place = 0;
            foreach (var element in initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty)
            {
                if (element is IArrayInitializerOperation inner)
                {
                    Fill(inner);
                }
                else
                {
                    var value = Copied(element, Evaluate(element));
                    store = store.Write(made, isFlat ? Segment.At(place) : Segment.Elements, value, isFlat && graph.IsOnce(array));
                }

                place++;
            }
        }
    }

    private void Yield(FlowValue value)
    {
        var made = new MadeObject(graph.Body.OriginalOperation.Syntax, null);
        store = store.Write(made, Segment.Elements, value, false);
        graph.Result = graph.Result.And(FlowValue.Of(made));
    }

    private static bool IsText(IBinaryOperation binary) => binary is { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String };

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

    private bool IsOurs(ITypeSymbol? type) => type is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, purposes.Compilation.Assembly);

    private static readonly ConditionalWeakTable<IPropertySymbol, StrongBox<bool>> Automatic = new();

    private static bool IsAutomatic(IPropertySymbol property) => Automatic.GetValue(property.OriginalDefinition, static one => new StrongBox<bool>(HasBackingField(one))).Value;

    private static bool HasBackingField(IPropertySymbol property)
        => property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition));
}
