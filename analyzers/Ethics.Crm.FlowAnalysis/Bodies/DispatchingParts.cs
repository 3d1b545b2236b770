using System.Threading;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// What lies in the objects that a method is handed, and decides by its type what runs: the service that a class keeps in a field, the strategy of what it is given. Whoever calls the method with objects that it
/// has put together itself knows what that is. Lambdas and local functions are left out: they may run when something else lies there.
/// </summary>
internal sealed class DispatchingParts(BodyProvider bodies, CallTargets targets, DispatchingInputs inputs, Func<IMethodSymbol, bool> hasBody, CancellationToken cancellationToken)
{
    /// <summary>Calls through which something is handed on before it is asked.</summary>
    private const int Deepest = 3;

    /// <summary>A virtual call that may run more than these is not looked through for what they ask.</summary>
    private const int MostTargets = 8;

    private readonly Dictionary<IMethodSymbol, IReadOnlyList<InputObject>>[] known = Enumerable.Range(0, Deepest + 1).Select(static _ => new Dictionary<IMethodSymbol, IReadOnlyList<InputObject>>(SymbolEqualityComparer.Default)).ToArray();

    public IReadOnlyList<InputObject> Of(IMethodSymbol method) => Of(method, Deepest);

    private IReadOnlyList<InputObject> Of(IMethodSymbol method, int depth)
    {
        if (!known[depth].TryGetValue(method, out var found))
        {
            // A method that comes round to itself finds nothing new there.
            known[depth].Add(method, []);
            var search = new Search(this, method, depth);
            foreach (var graph in bodies.GraphsOf(method, cancellationToken))
            {
                search.Through(graph);
            }

            known[depth][method] = found = search.Found.OrderBy(static part => part.Path.Text, StringComparer.Ordinal).ThenBy(static part => (part.Input as IParameterSymbol)?.Ordinal ?? -1).ToArray();
        }

        return found;
    }

    private sealed class Search(DispatchingParts all, IMethodSymbol method, int depth)
    {
        private readonly Dictionary<CaptureId, InputObject?> captured = new();

        public HashSet<InputObject> Found { get; } = [];

        public void Through(ControlFlowGraph graph)
        {
            captured.Clear();
            var descent = new Descent();
            foreach (var block in graph.Blocks)
            {
                descent.Begin(block);
                while (descent.Next())
                {
                    Look(descent.Current);
                }
            }
        }

        private void Look(IOperation operation)
        {
            switch (operation.Kind)
            {
                case OperationKind.FlowCapture:
                    var capture = (IFlowCaptureOperation)operation;
                    captured[capture.Id] = captured.ContainsKey(capture.Id) ? null : PathOf(capture.Value);
                    break;
                case OperationKind.Invocation:
                    var call = (IInvocationOperation)operation;
                    Called(call.TargetMethod, call.IsVirtual, call.Instance, call.Arguments);
                    break;
                case OperationKind.PropertyReference:
                    var property = (IPropertyReferenceOperation)operation;
                    foreach (var accessor in new[] { property.Property.GetMethod, property.Property.SetMethod })
                    {
                        if (accessor is not null)
                        {
                            Called(accessor, property.Instance?.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax, property.Instance, property.Arguments);
                        }
                    }

                    break;
            }
        }

        private void Called(IMethodSymbol target, bool isVirtual, IOperation? instance, IReadOnlyList<IArgumentOperation> arguments)
        {
            var owner = instance is null ? null : PathOf(instance);
            var isDispatched = isVirtual && CallTargets.IsOverridable(target);
            if (isDispatched && owner is { Path.Text.Length: > 0 } && all.Varies(instance!))
            {
                Found.Add(owner);
            }

            if (depth == 0 || (owner is null && arguments.All(argument => PathOf(argument.Value) is null)))
            {
                return;
            }

            var callees = isDispatched ? all.Targets.AllOf(target).Take(MostTargets + 1).ToArray() : [target.OriginalDefinition];
            foreach (var callee in callees.Length > MostTargets ? [] : callees.Select(static one => one.PartialImplementationPart ?? one).Where(all.HasBody))
            {
                foreach (var part in all.Of(callee, depth - 1))
                {
                    Add(HandedAs(part.Input), part.Path);
                }

                var asked = all.Inputs.Of(callee);
                foreach (var input in asked.Count == 0 ? [] : asked.Keys)
                {
                    if (input is not ITypeParameterSymbol && HandedAs(input) is { Path.Text.Length: > 0 } handed)
                    {
                        Found.Add(handed);
                    }
                }

                InputObject? HandedAs(ISymbol input) => input is IParameterSymbol { Ordinal: var ordinal }
                    ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } given ? PathOf(given.Value) : null
                    : owner;
            }
        }

        private void Add(InputObject? owner, AccessPath path)
        {
            AccessPath? whole = owner?.Path;
            foreach (var segment in path.Segments)
            {
                whole = whole?.Then(segment);
            }

            if (whole is { } found)
            {
                Found.Add(new InputObject(owner!.Input, found));
            }
        }

        /// <summary>What the method is handed, or what lies in it. Null for anything else.</summary>
        private InputObject? PathOf(IOperation operation)
        {
            while (operation is IConversionOperation { OperatorMethod: null } conversion)
            {
                operation = conversion.Operand;
            }

            return operation switch
            {
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when !method.IsStatic => new InputObject(method, AccessPath.Root),
                IParameterReferenceOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) => new InputObject(parameter, AccessPath.Root),
                IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } kept } when !method.IsStatic => new InputObject(method, new AccessPath(Segment.Of(kept))),
                IFieldReferenceOperation { Instance: { } instance, Field: { RefKind: RefKind.None } field } => Part(instance, field),
                IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } when IsStored(property) => Part(instance, property),
                IFlowCaptureReferenceOperation reference => captured.TryGetValue(reference.Id, out var input) ? input : null,
                _ => null,
            };
        }

        private InputObject? Part(IOperation instance, ISymbol member) => PathOf(instance) is { } owner && owner.Path.Then(Segment.Of(member)) is { } path ? new InputObject(owner.Input, path) : null;

        private static bool IsStored(IPropertySymbol property)
            => !property.IsVirtual && !property.IsAbstract && !property.IsOverride && property.OriginalDefinition.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition));
    }

    private CallTargets Targets => targets;

    private DispatchingInputs Inputs => inputs;

    private bool HasBody(IMethodSymbol method) => hasBody(method);

    private bool Varies(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return targets.Varies(operation.Type);
    }
}
