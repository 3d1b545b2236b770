using System.Threading;
using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// What a method is handed whose type decides what runs in it: the object on which it calls a virtual member, itself or in what it hands it on to, and the type of which it calls a static one. Whoever
/// calls it with an object that it has just made knows what that is, and so which of several cases it is.
/// </summary>
internal sealed class DispatchingInputs(BodyProvider bodies, CallTargets targets, Func<IMethodSymbol, bool> hasBody, CancellationToken cancellationToken)
{
    /// <summary>Calls through which something is handed on before it is asked. What lies deeper is not looked at.</summary>
    private const int Deepest = 4;

    /// <summary>A virtual call that may run more than these is not looked through for what they hand on.</summary>
    private const int MostTargets = 8;

    private static readonly IReadOnlyDictionary<ISymbol, int> None = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);

    private readonly Dictionary<IMethodSymbol, IReadOnlyList<ISymbol>> among = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, IReadOnlyDictionary<ISymbol, int>>[] known = Enumerable.Range(0, Deepest + 1).Select(static _ => new Dictionary<IMethodSymbol, IReadOnlyDictionary<ISymbol, int>>(SymbolEqualityComparer.Default)).ToArray();

    /// <summary>The parameters, the method itself for what it is called on, and type parameters, each with how many places of the body ask for its type.</summary>
    public IReadOnlyDictionary<ISymbol, int> Of(IMethodSymbol method) => Of(method, Deepest);

    /// <summary>The same without what the method only hands on.</summary>
    public IReadOnlyDictionary<ISymbol, int> AskedBy(IMethodSymbol method) => Of(method, 0);

    /// <summary>Of what the method is handed all that may be among them, found without looking into it.</summary>
    public IReadOnlyList<ISymbol> MayBeAmong(IMethodSymbol method)
    {
        if (!among.TryGetValue(method, out var found))
        {
            among.Add(method, found = Among(method));
        }

        return found;
    }

    private IReadOnlyList<ISymbol> Among(IMethodSymbol method)
    {
        var found = new List<ISymbol>();
        if (!method.IsStatic && targets.Varies(method.ContainingType))
        {
            found.Add(method);
        }

        foreach (var parameter in method.Parameters)
        {
            if (targets.Varies(parameter.Type))
            {
                found.Add(parameter);
            }
        }

        found.AddRange(method.TypeParameters.Concat(method.ContainingType.TypeParameters).Where(MayDecide));
        return found.Count == 0 ? [] : found;
    }

    private IReadOnlyDictionary<ISymbol, int> Of(IMethodSymbol method, int depth)
    {
        // Most methods are handed nothing that could be of several types.
        if (MayBeAmong(method).Count == 0)
        {
            return None;
        }

        if (!known[depth].TryGetValue(method, out var found))
        {
            var search = new Search(this, targets, hasBody, method, depth, cancellationToken);
            foreach (var graph in bodies.GraphsOf(method, cancellationToken))
            {
                search.Through(graph);
            }

            known[depth].Add(method, found = search.Found);
        }

        return found;
    }

    /// <summary>Whether members can be asked of the type alone.</summary>
    private static bool MayDecide(ITypeParameterSymbol parameter) => parameter.HasConstructorConstraint || !parameter.ConstraintTypes.IsEmpty;

    private sealed class Search(DispatchingInputs all, CallTargets targets, Func<IMethodSymbol, bool> hasBody, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        private readonly HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<ISymbol, int> dispatching = new(SymbolEqualityComparer.Default);

        public IReadOnlyDictionary<ISymbol, int> Found => dispatching.Where(one => !written.Contains(one.Key)).ToDictionary(static one => one.Key, static one => one.Value, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

        /// <summary>Lambdas and local functions too: what nothing writes is the same in them.</summary>
        public void Through(ControlFlowGraph graph)
        {
            var captured = new Dictionary<CaptureId, ISymbol>();
            var all = new Descent();
            foreach (var block in graph.Blocks)
            {
                all.Begin(block);
                while (all.Next())
                {
                    Look(all.Current, graph, captured);
                }
            }

            foreach (var function in graph.LocalFunctions)
            {
                Through(graph.GetLocalFunctionControlFlowGraph(function, cancellationToken));
            }
        }

        private void Look(IOperation operation, ControlFlowGraph graph, Dictionary<CaptureId, ISymbol> captured)
        {
            if (DecidingParameters.Target(operation) is { } target)
            {
                Write(target, captured);
            }

            switch (operation.Kind)
            {
                case OperationKind.FlowAnonymousFunction:
                    Through(graph.GetAnonymousFunctionControlFlowGraph((IFlowAnonymousFunctionOperation)operation, cancellationToken));
                    break;
                case OperationKind.FlowCapture when operation is IFlowCaptureOperation capture && Input(capture.Value, captured) is { } input:
                    captured[capture.Id] = input;
                    break;
                case OperationKind.AddressOf when operation is IAddressOfOperation { Reference: IParameterReferenceOperation pointed }:
                    written.Add(pointed.Parameter);
                    break;
                case OperationKind.SimpleAssignment when operation is ISimpleAssignmentOperation { IsRef: true, Value: IParameterReferenceOperation referred }:
                    written.Add(referred.Parameter);
                    break;
                case OperationKind.Invocation:
                    var call = (IInvocationOperation)operation;
                    if (call.TargetMethod.Name == "MakeGenericType")
                    {
                        Closed(call, captured);
                    }

                    Called(call, call.TargetMethod, call.IsVirtual, call.Instance, call.Arguments, captured);
                    break;
                case OperationKind.MethodReference:
                    var function = (IMethodReferenceOperation)operation;
                    Called(function, function.Method, function.IsVirtual, function.Instance, [], captured);
                    break;
                case OperationKind.PropertyReference:
                    var property = (IPropertyReferenceOperation)operation;
                    Asked(property, property.Property.GetMethod, captured);
                    Asked(property, property.Property.SetMethod, captured);
                    break;
                case OperationKind.TypeParameterObjectCreation when operation.Type is ITypeParameterSymbol made:
                    Count(made);
                    break;
                case OperationKind.IsType:
                    Count(Input(((IIsTypeOperation)operation).ValueOperand, captured));
                    break;
                case OperationKind.IsPattern when operation is IIsPatternOperation { Value: var asked, Pattern: var pattern } && Input(asked, captured) is { } input && pattern.DescendantsAndSelf().Any(static one => one is IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation):
                    Count(input);
                    break;
                case OperationKind.Binary when operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } text:
                    Count(Input(text.LeftOperand, captured));
                    Count(Input(text.RightOperand, captured));
                    break;
                case OperationKind.Interpolation:
                    Count(Input(((IInterpolationOperation)operation).Expression, captured));
                    break;
            }
        }

        /// <summary>The run time closes a generic type over the type of what is handed in.</summary>
        private void Closed(IInvocationOperation call, Dictionary<CaptureId, ISymbol> captured)
        {
            foreach (var type in call.DescendantsAndSelf())
            {
                if (type is IInvocationOperation { TargetMethod.Name: nameof(GetType), Instance: { } of })
                {
                    Count(Input(of, captured));
                }
            }
        }

        private void Write(IOperation target, Dictionary<CaptureId, ISymbol> captured)
        {
            foreach (var one in target.DescendantsAndSelf())
            {
                if (one is IParameterReferenceOperation parameter)
                {
                    written.Add(parameter.Parameter);
                }
                else if (one is IFlowCaptureReferenceOperation place && captured.TryGetValue(place.Id, out var before))
                {
                    written.Add(before);
                }
            }
        }

        private void Asked(IPropertyReferenceOperation property, IMethodSymbol? accessor, Dictionary<CaptureId, ISymbol> captured)
        {
            if (accessor is not null)
            {
                Called(property, accessor, property.Instance?.Syntax is not BaseExpressionSyntax, property.Instance, property.Arguments, captured);
            }
        }

        private void Called(IOperation operation, IMethodSymbol target, bool isVirtual, IOperation? instance, IReadOnlyList<IArgumentOperation> arguments, Dictionary<CaptureId, ISymbol> captured)
        {
            if (CallTargets.AskedOf(operation) is ITypeParameterSymbol asked)
            {
                Count(asked);
                return;
            }

            var owner = instance is null ? null : Input(instance, captured);
            var isDispatched = isVirtual && CallTargets.IsOverridable(target);
            if (isDispatched && owner is not null)
            {
                Count(owner);
            }

            var handsTypes = target.TypeArguments.Any(static argument => argument is ITypeParameterSymbol) || target.ContainingType.TypeArguments.Any(static argument => argument is ITypeParameterSymbol);
            if (depth == 0 || (owner is null && !handsTypes && arguments.All(argument => Input(argument.Value, captured) is null)))
            {
                return;
            }

            var callees = isDispatched ? targets.AllOf(target).Take(MostTargets + 1).ToArray() : [target.OriginalDefinition];
            foreach (var callee in callees.Length > MostTargets ? [] : callees.Select(static one => one.PartialImplementationPart ?? one).Where(hasBody))
            {
                var inner = all.Of(callee, depth - 1);
                if (owner is not null && inner.ContainsKey(callee))
                {
                    Count(owner);
                }

                foreach (var parameter in handsTypes ? inner.Keys.OfType<ITypeParameterSymbol>() : [])
                {
                    if (Transfer.TypeArguments.Of(parameter, callee, target) is ITypeParameterSymbol own && (SymbolEqualityComparer.Default.Equals(own.DeclaringMethod, method) || SymbolEqualityComparer.Default.Equals(own.DeclaringType, method.ContainingType)))
                    {
                        Count(own);
                    }
                }

                foreach (var argument in inner.Count == 0 ? [] : arguments)
                {
                    if (argument.Parameter is { Ordinal: var ordinal } && ordinal < callee.Parameters.Length && inner.ContainsKey(callee.Parameters[ordinal]) && Input(argument.Value, captured) is { } handed)
                    {
                        Count(handed);
                    }
                }
            }
        }

        private void Count(ISymbol? input)
        {
            if (input is not null)
            {
                dispatching[input] = (dispatching.TryGetValue(input, out var times) ? times : 0) + 1;
            }
        }

        /// <summary>The parameter, or the method for what it is called on, that stands there, if it may be of several types.</summary>
        private ISymbol? Input(IOperation operation, Dictionary<CaptureId, ISymbol> captured)
        {
            while (operation is IConversionOperation { OperatorMethod: null } conversion)
            {
                operation = conversion.Operand;
            }

            return operation switch
            {
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when !method.IsStatic && targets.Varies(method.ContainingType) => method,
                IParameterReferenceOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) && targets.Varies(parameter.Type) => parameter,
                IFlowCaptureReferenceOperation reference => captured.TryGetValue(reference.Id, out var input) ? input : null,
                _ => null,
            };
        }
    }
}
