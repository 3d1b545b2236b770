using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
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

        // Nearly all expressions are of these kinds: the question for its kind is one call, that for its type a search through what it implements.
        switch (operation.Kind)
        {
            case OperationKind.LocalReference:
                var local = (ILocalReferenceOperation)operation;
                if (nested.IsNeeded && MayHoldFunction(local.Type))
                {
                    // From here on it may run.
                    nested.Publish(store);
                }

                return InHand(local, Variable(local.Local));
            case OperationKind.ParameterReference:
                var parameter = (IParameterReferenceOperation)operation;
                return Labelled(parameter) ?? InHand(parameter, Kept(parameter.Parameter) ?? Variable(VariableOf(parameter.Parameter)));
            case OperationKind.FlowCaptureReference:
                return store.Of(((IFlowCaptureReferenceOperation)operation).Id);
            case OperationKind.FlowCapture:
                // A captured left side is written later; what it holds is read now all the same.
                Capture((IFlowCaptureOperation)operation);
                return FlowValue.None;
            case OperationKind.InstanceReference:
                return operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.InterpolatedStringHandler } && handlers.Count > 0 ? handlers.Peek() : This();
            case OperationKind.FieldReference:
                return Field((IFieldReferenceOperation)operation);
            case OperationKind.PropertyReference:
                return Waited(operation, Property((IPropertyReferenceOperation)operation));
            case OperationKind.Invocation:
                return Waited(operation, Call((IInvocationOperation)operation));
            case OperationKind.ExpressionStatement:
                return Evaluate(((IExpressionStatementOperation)operation).Operation);
            case OperationKind.SimpleAssignment:
                return Assignment((ISimpleAssignmentOperation)operation);
            case OperationKind.ObjectCreation:
                return Creation((IObjectCreationOperation)operation);
            case OperationKind.Await:
                return Awaited((IAwaitOperation)operation);
            case OperationKind.IsNull:
                return Discarded(operation);
            case OperationKind.Conversion when ((IConversionOperation)operation) is { OperatorMethod: null, Operand: { Kind: not OperationKind.InterpolatedString } operand, IsImplicit: var isImplicit, Type: var seenAs }:
                return isImplicit ? Evaluate(operand) : OfType(Evaluate(operand), seenAs);
            case OperationKind.Binary:
                return Binary((IBinaryOperation)operation);
            case OperationKind.Interpolation:
                var part = (IInterpolationOperation)operation;
                return Text(part.Expression, Evaluate(part.Expression));
            case OperationKind.InterpolatedString or OperationKind.DelegateCreation:
                return Parts(operation);
            case OperationKind.FlowAnonymousFunction:
                return Delegate((IFlowAnonymousFunctionOperation)operation);
            default:
                return EvaluateRare(operation);
        }
    }

    private FlowValue EvaluateRare(IOperation operation)
    {
        switch (operation)
        {
            case IDefaultValueOperation { Type: { TypeKind: TypeKind.Struct } type } when !Known.IsSimple(type):
                // Of an argument that is left out it stands where the call does, which may make an object itself.
                return FlowValue.Of(new MadeObject(operation.Syntax, null) { Type = type, Part = operation.IsImplicit ? "default" : "" });
            case IDefaultValueOperation { Type: ITypeParameterSymbol { IsReferenceType: false } }:
                // It may be a struct: an object all the same.
                return FlowValue.Of(new MadeObject(operation.Syntax, null));
            case ITypeParameterObjectCreationOperation:
                return FlowValue.Of(new MadeObject(operation.Syntax, null) { Type = graph.Known.IsExact && graph.Known.TypesOf(operation.Type) is { IsDefault: false, Length: 1 } made ? made[0] : null });
            case ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation:
                return FlowValue.None;
            case IEventReferenceOperation raised:
                return Handlers(raised);
            case IArrayElementReferenceOperation element:
                return element.Indices is [{ Type.Name: "Range" }] ? Sliced(element, Evaluate(element.ArrayReference)) : Element(element, element.ArrayReference, element.Indices, ElementOf(element));
            case IImplicitIndexerReferenceOperation element:
                return FromEnd(element);
            case IInlineArrayAccessOperation element:
                return Element(element, element.Instance, new[] { element.Argument });
            case IAddressOfOperation { Reference: IMethodReferenceOperation pointed }:
                return Delegate(pointed);
            case IFunctionPointerInvocationOperation pointer:
                return Pointed(pointer);
            case IDynamicMemberReferenceOperation named:
                return DynamicMember(named);
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation named } called:
                return DynamicCall(called, named);
            case IDynamicIndexerAccessOperation element:
                return DynamicElement(element);
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation:
                return Dynamic(operation);
            case ITupleOperation tuple:
                return Tuple(tuple);
            case IAnonymousObjectCreationOperation anonymous:
                return Initialised(anonymous, anonymous.Initializers);
            case IWithOperation with:
                return With(with);
            case IArrayCreationOperation array:
                return Array(array);
            case ICompoundAssignmentOperation compound:
                return Combined(compound);
            case IIncrementOrDecrementOperation increment:
                return Increment(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction(deconstruction);
            case ITupleBinaryOperation tuples:
                var compared = Parts(tuples);
                return FlowValue.Of(store.Deep(compared).Taints);
            case IConversionOperation { Type.Name: "FormattableString" or "IFormattable", Operand: IInterpolatedStringOperation text }:
                return Parameterised(text);
            case IUnaryOperation { OperatorMethod: { } minus } unary when solver.HasBody(minus):
                return InHand(unary, CallOf(unary, minus, null, [unary.Operand]));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.BitwiseNegation, ConstantValue.HasValue: false } unary:
                var negated = Evaluate(unary.Operand);
                Decide(unary.Syntax, negated);
                return negated;
            case IConversionOperation { OperatorMethod: { } converts } conversion when solver.HasBody(converts):
                return InHand(conversion, CallOf(conversion, converts, null, [conversion.Operand]));
            case IIsTypeOperation:
                return Discarded(operation);
            case IIsPatternOperation pattern:
                return Pattern(pattern);
            case IMethodReferenceOperation reference:
                return Delegate(reference);
            case IReturnOperation { ReturnedValue: { } yielded, Kind: OperationKind.YieldReturn }:
                var next = Evaluate(yielded);
                CrossResult(yielded, next);
                Yield(next);
                return FlowValue.None;
            case ICaughtExceptionOperation:
                return Caught();
            case IInterpolatedStringHandlerCreationOperation handler:
                return Handler(handler);
            case IEventAssignmentOperation subscription:
                return Subscribe(subscription);
            case IRaiseEventOperation:
                return Discarded(operation);
            default:
                return (int)operation.Kind == ExpressionOfCollection || (operation.Kind == OperationKind.None && Known.IsCollection(operation.Type)) ? Collection(operation) : Parts(operation);
        }
    }

    /// <summary>What is awaited is seen as what it yields; what the program itself makes awaitable says what that is.</summary>
    private FlowValue Awaited(IAwaitOperation awaiting)
    {
        var value = Evaluate(awaiting.Operation);
        value = started is { Count: > 0 } ? value.And(RunOn(awaiting.Operation)) : value;
        if (!IsOurs(awaiting.Operation.Type) || awaiting.Operation.Type!.GetMembers(WellKnownMemberNames.GetAwaiter).OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: false, Parameters.IsEmpty: true } && solver.HasBody(method)) is not { } start)
        {
            return value;
        }

        var awaiter = Apply(awaiting, start, value, [], []);
        var result = FlowValue.None;
        foreach (var member in ImplicitCalls.AwaiterMembers(start.ReturnType).Where(solver.HasBody))
        {
            // Whether it is there already, only the run time knows.
            var told = Apply(awaiting, member, awaiter, member.Parameters.Select(static _ => FlowValue.None).ToArray(), []);
            result = member.Name == WellKnownMemberNames.GetResult ? told : result;
        }

        return InHand(awaiting, result);
    }

    /// <summary>A text whose values lie beside it, as in a query with parameters: it holds them, and does not tell them by itself.</summary>
    private FlowValue Parameterised(IInterpolatedStringOperation text)
    {
        var made = new MadeObject(text.Syntax, null);
        Write(made, Segment.Unknown, Parts(text), false);
        return FlowValue.Of(made);
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

    /// <summary>An element counted from the end, or a slice: by members of the program where it writes them.</summary>
    private FlowValue FromEnd(IImplicitIndexerReferenceOperation element)
    {
        var isSlice = element.Argument.Type is { Name: "Range" };
        if (IsFromElsewhere(element.IndexerSymbol))
        {
            return isSlice ? Slice(element) : Element(element, element.Instance, new[] { element.Argument }, EndOf(element.Instance, element.Argument));
        }

        // Where it lies is computed from how many there are.
        var owner = Evaluate(element.Instance);
        var count = CompilerCalls.NeedsLength(element.Argument) ? Asked(element, element.LengthSymbol, owner, element.Instance.Type, Evaluate(element.Argument)) : null;
        var found = Asked(element, element.IndexerSymbol, owner, element.Instance.Type, count ?? Evaluate(element.Argument));

        // What a collection expression puts into a collection of the program lies in the object, whatever its builder does.
        return found is null ? Element(element, element.Instance, new[] { element.Argument }) : InHand(element, found.And(store.Read(owner, Segment.Elements)));
    }

    /// <summary>What a member of the program yields that the compiler asks. Null where nobody wrote what it does.</summary>
    /// <param name="given">What each of its parameters is handed.</param>
    private FlowValue? Asked(IOperation at, ISymbol? member, FlowValue owner, ITypeSymbol? type, FlowValue given)
    {
        if ((member is IPropertySymbol property ? property.GetMethod : member as IMethodSymbol) is not { } asked || IsFromElsewhere(asked))
        {
            return null;
        }

        var targets = solver.Targets.Of(asked, true, graph.Known.TypesOf(owner), type, owner);
        var written = targets.Select(static one => one.PartialImplementationPart ?? one).Where(solver.HasBody).ToArray();
        if (written.Length == 0)
        {
            return null;
        }

        var told = ApplyAll(at, asked, written, owner, asked.Parameters.Select(_ => given).ToArray(), [], []);
        return written.Length == targets.Count ? told : told.And(store.Read(owner, Segment.Of(member!)));
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
        if (store.References.Find(variable) is { } places)
        {
            return places.Where(place => place is not VariablePlace { Variable: var same } || !SymbolEqualityComparer.Default.Equals(same, variable)).Aggregate(store.Of(variable), (all, place) => all.And(Read(place)));
        }

        var value = store.Of(variable);
        if (!nested.IsNeeded || (apart is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of)))
        {
            return value;
        }

        return SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of) ? value.And(nested.WrittenInside(variable)) : value.And(nested.Held(variable));
    }

    private bool IsFromElsewhere(ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, purposes.Compilation.Assembly) && !solver.IsKnownElsewhere(member);

    private bool IsOurs(ITypeSymbol? type) => type is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, purposes.Compilation.Assembly);

    private static readonly ConditionalWeakTable<IPropertySymbol, StrongBox<bool>> Automatic = new();

    private static bool IsAutomatic(IPropertySymbol property) => Automatic.GetValue(property.OriginalDefinition, static one => new StrongBox<bool>(HasBackingField(one))).Value;

    private static bool HasBackingField(IPropertySymbol property)
        => property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition));
}
