using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// The parameters of a method that decide which of its ways are taken, or under which key it looks: for a call that gives them constants, the ways that it does not take are not its own.
/// Only those that nothing in the method writes.
/// </summary>
internal sealed class DecidingParameters
{
    private static readonly DecidingParameters None = new(ImmutableArray<IParameterSymbol>.Empty, ImmutableArray<IParameterSymbol>.Empty, ImmutableArray<HandedOn>.Empty);

    private DecidingParameters(ImmutableArray<IParameterSymbol> all, ImmutableArray<IParameterSymbol> repeated, ImmutableArray<HandedOn> handedOn)
    {
        All = all;
        Repeated = repeated;
        Onward = handedOn;
    }

    public ImmutableArray<IParameterSymbol> All { get; }

    /// <summary>Those that are asked more than once whether they are true: the answers are the same.</summary>
    public ImmutableArray<IParameterSymbol> Repeated { get; }

    /// <summary>Those that may decide in what they are handed on to.</summary>
    public ImmutableArray<HandedOn> Onward { get; }

    public static DecidingParameters Of(IMethodSymbol method, ImmutableArray<ControlFlowGraph> graphs, CancellationToken cancellationToken)
    {
        // Most methods take nothing that could decide, and are not looked through.
        if (!HasDeciding(method))
        {
            return None;
        }

        var found = new Search();
        foreach (var graph in graphs)
        {
            if (!found.Through(graph, cancellationToken))
            {
                return None;
            }
        }

        var all = method.Parameters.Where(parameter => MayDecide(parameter) && found.Deciding.Contains(parameter) && !found.Written.Contains(parameter)).ToImmutableArray();
        return new(
            all,
            all.Where(parameter => parameter.Type.SpecialType == SpecialType.System_Boolean && found.Asked.TryGetValue(parameter, out var times) && times > 1).ToImmutableArray(),
            found.Onward is null ? ImmutableArray<HandedOn>.Empty : found.Onward.Where(handed => MayDecide(handed.Parameter) && !found.Written.Contains(handed.Parameter) && SymbolEqualityComparer.Default.Equals(handed.Parameter.ContainingSymbol, method)).ToImmutableArray());
    }

    /// <summary>What the graphs of one method do with its parameters: those of lambdas and local functions too, which run nobody knows when.</summary>
    private sealed class Search
    {
        public HashSet<ISymbol> Deciding { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<ISymbol> Written { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>How many branches ask whether one is true.</summary>
        public Dictionary<ISymbol, int> Asked { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>Null where nothing is handed on.</summary>
        public List<HandedOn>? Onward { get; private set; }

        /// <summary>False where something may be written by another name.</summary>
        public bool Through(ControlFlowGraph graph, CancellationToken cancellationToken)
        {
            // What is asked, or written, after a branch, `flag = other ?? flag`, is captured before it.
            var captured = new Dictionary<CaptureId, ISymbol>();
            var decidingCaptures = new HashSet<CaptureId>();
            var writtenCaptures = new HashSet<CaptureId>();
            var all = new Descent();
            foreach (var block in graph.Blocks)
            {
                all.Begin(block);
                while (all.Next())
                {
                    var operation = all.Current;
                    if (Target(operation) is { } target)
                    {
                        Written.UnionWith(target.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Select(static reference => reference.Parameter));
                        writtenCaptures.UnionWith(target.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>().Select(static reference => reference.Id));
                    }

                    switch (operation.Kind)
                    {
                        case OperationKind.AddressOf:
                        case OperationKind.SimpleAssignment when ((ISimpleAssignmentOperation)operation).IsRef:
                        case OperationKind.FlowAnonymousFunction when !Through(graph.GetAnonymousFunctionControlFlowGraph((IFlowAnonymousFunctionOperation)operation, cancellationToken), cancellationToken):
                            return false;
                        case OperationKind.FlowCapture when operation is IFlowCaptureOperation capture && Unconverted(capture.Value) is IParameterReferenceOperation place:
                            captured[capture.Id] = place.Parameter;
                            break;
                        case OperationKind.FlowCaptureReference when Decides(operation, block):
                            decidingCaptures.Add(((IFlowCaptureReferenceOperation)operation).Id);
                            break;
                        case OperationKind.ParameterReference when Decides(operation, block):
                            var parameter = ((IParameterReferenceOperation)operation).Parameter;
                            Deciding.Add(parameter);
                            Asked[parameter] = (Asked.TryGetValue(parameter, out var times) ? times : 0) + (ReferenceEquals(operation, block.BranchValue) ? 1 : 0);
                            HandOn((IParameterReferenceOperation)operation);
                            break;
                        case OperationKind.ParameterReference:
                            HandOn((IParameterReferenceOperation)operation);
                            break;
                    }
                }
            }

            Written.UnionWith(captured.Where(capture => writtenCaptures.Contains(capture.Key)).Select(static capture => capture.Value));
            Deciding.UnionWith(captured.Where(capture => decidingCaptures.Contains(capture.Key)).Select(static capture => capture.Value));
            return graph.LocalFunctions.All(function => Through(graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), cancellationToken));
        }

        private void HandOn(IParameterReferenceOperation reference)
        {
            if (To(reference) is { } to)
            {
                (Onward ??= []).Add(new HandedOn(reference.Parameter, to.Method, to.At));
            }
        }
    }

    private static bool HasDeciding(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (MayDecide(parameter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of an object at least whether there is one.</summary>
    private static bool MayDecide(IParameterSymbol parameter)
        => parameter.RefKind is RefKind.None or RefKind.In
            && (parameter.Type is { TypeKind: TypeKind.Enum or TypeKind.Class or TypeKind.Interface or TypeKind.Delegate or TypeKind.Array } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
                || parameter.Type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double);

    /// <summary>Whether what stands there decides of a way, or of a key. What is only handed on, added or returned does not.</summary>
    private static bool Decides(IOperation operation, BasicBlock block)
    {
        if (IsOfAKey(operation))
        {
            return true;
        }

        var isAsked = operation;
        while (isAsked.Parent is IConversionOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } || (isAsked.Parent is IBinaryOperation calculated && IsCalculation(calculated)))
        {
            isAsked = isAsked.Parent;
        }

        if (operation.Type is { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate or TypeKind.Array, SpecialType: not SpecialType.System_String })
        {
            return isAsked.Parent is IIsNullOperation or IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals };
        }

        return isAsked.Parent switch
        {
            null => block.ConditionKind != ControlFlowConditionKind.None && ReferenceEquals(isAsked, block.BranchValue),
            IIsNullOperation or IIsPatternOperation or IFlowCaptureOperation or IArrayElementReferenceOperation => true,
            IBinaryOperation { OperatorKind: not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) } => true,
            IPropertyReferenceOperation { Property.ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => true,
            IInvocationOperation call => call.Instance == isAsked && call.TargetMethod.ContainingType.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T or SpecialType.System_Enum,
            IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var called } } => called.ContainingType.SpecialType == SpecialType.System_Enum
                || called.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" || Transfer.Known.IsDictionary(called.ContainingType) || called.IsExtensionMethod,
            _ => false,
        };
    }

    /// <summary>The method of the program that gets it as it is, or turned round; null where it goes elsewhere.</summary>
    private static (IMethodSymbol Method, int At)? To(IOperation operation)
    {
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null })
        {
            operation = operation.Parent;
        }

        return operation.Parent is IArgumentOperation { Parameter: { RefKind: RefKind.None or RefKind.In, ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor or MethodKind.ReducedExtension } called, Ordinal: var at } }
            ? (called.OriginalDefinition, at) : null;
    }

    /// <summary>A part of a key: of a text that is put together, of a tuple, of a record.</summary>
    private static bool IsOfAKey(IOperation operation)
    {
        var whole = operation;
        while (whole.Parent is IConversionOperation or IInterpolationOperation or IInterpolatedStringOperation or ITupleOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }
            || whole.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type.IsRecord: true } })
        {
            whole = whole.Parent is IArgumentOperation { Parent: { } creation } ? creation : whole.Parent;
        }

        return whole != operation && whole.Parent is IArgumentOperation { Parent: var asked }
            && (asked is IPropertyReferenceOperation || (asked is IInvocationOperation { TargetMethod: var called } && Transfer.Known.IsDictionary(called.ContainingType)));
    }

    /// <summary>Whole numbers that are reckoned with: what comes out may decide.</summary>
    private static bool IsCalculation(IBinaryOperation binary)
        => binary is { OperatorMethod: null, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder };

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>What the operation writes; null for one that writes nothing.</summary>
    public static IOperation? Target(IOperation operation) => operation.Kind switch
    {
        OperationKind.Argument => operation is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument ? argument.Value : null,
        OperationKind.DeconstructionAssignment => ((IDeconstructionAssignmentOperation)operation).Target,
        OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment
            => operation is IAssignmentOperation { Target: IParameterReferenceOperation or IFlowCaptureReferenceOperation } assignment ? assignment.Target : null,
        OperationKind.Increment or OperationKind.Decrement => ((IIncrementOrDecrementOperation)operation).Target,
        _ => null,
    };
}
