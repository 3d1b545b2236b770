using System.Collections.Immutable;
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
    private static readonly DecidingParameters None = new(ImmutableArray<IParameterSymbol>.Empty, ImmutableArray<IParameterSymbol>.Empty);

    private DecidingParameters(ImmutableArray<IParameterSymbol> all, ImmutableArray<IParameterSymbol> repeated)
    {
        All = all;
        Repeated = repeated;
    }

    public ImmutableArray<IParameterSymbol> All { get; }

    /// <summary>Those that are asked more than once whether they are true: the answers are the same.</summary>
    public ImmutableArray<IParameterSymbol> Repeated { get; }

    public static DecidingParameters Of(IMethodSymbol method, ImmutableArray<ControlFlowGraph> graphs)
    {
        // Most methods take nothing that could decide, and are not looked through.
        if (!method.Parameters.Any(MayDecide))
        {
            return None;
        }

        var asked = new Dictionary<IParameterSymbol, int>(SymbolEqualityComparer.Default);
        var written = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var graph in graphs)
        {
            // What is written after a branch, `flag = other ?? flag`, is captured before it.
            var captured = new Dictionary<CaptureId, IParameterSymbol>();
            var writtenCaptures = new HashSet<CaptureId>();
            foreach (var block in graph.Blocks)
            {
                foreach (var operation in block.Operations.Concat(block.BranchValue is { } branch ? [branch] : []).SelectMany(static operation => operation.DescendantsAndSelf()))
                {
                    if (MayWriteUnseen(operation))
                    {
                        return None;
                    }

                    if (Written(operation) is { } target)
                    {
                        written.UnionWith(target.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Select(static reference => reference.Parameter));
                        writtenCaptures.UnionWith(target.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>().Select(static reference => reference.Id));
                    }
                    else if (operation is IFlowCaptureOperation { Value: IParameterReferenceOperation place } capture)
                    {
                        captured[capture.Id] = place.Parameter;
                    }
                    else if (operation is IParameterReferenceOperation { Parameter: var parameter })
                    {
                        asked[parameter] = (asked.TryGetValue(parameter, out var times) ? times : 0) + (block.ConditionKind != ControlFlowConditionKind.None && ReferenceEquals(operation, block.BranchValue) ? 1 : 0);
                    }
                }
            }

            written.UnionWith(captured.Where(capture => writtenCaptures.Contains(capture.Key)).Select(static capture => capture.Value));
        }

        var all = method.Parameters.Where(parameter => MayDecide(parameter) && asked.ContainsKey(parameter) && !written.Contains(parameter)).ToImmutableArray();
        return new(all, all.Where(parameter => parameter.Type.SpecialType == SpecialType.System_Boolean && asked[parameter] > 1).ToImmutableArray());
    }

    private static bool MayDecide(IParameterSymbol parameter)
        => parameter.RefKind is RefKind.None or RefKind.In && (parameter.Type.TypeKind == TypeKind.Enum || parameter.Type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_String);

    /// <summary>Lambdas and local functions run nobody knows when, and what a reference leads to is written by another name.</summary>
    private static bool MayWriteUnseen(IOperation operation)
        => operation is IFlowAnonymousFunctionOperation or IAddressOfOperation or ISimpleAssignmentOperation { IsRef: true }
            or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } or IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction };

    /// <summary>What the operation writes; null for one that writes nothing.</summary>
    private static IOperation? Written(IOperation operation) => operation switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target,
        IAssignmentOperation { Target: IParameterReferenceOperation or IFlowCaptureReferenceOperation } assignment => assignment.Target,
        IIncrementOrDecrementOperation counted => counted.Target,
        _ => null,
    };
}
