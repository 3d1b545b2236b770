using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that are taken apart into several places.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        if (Targets(deconstruction.Target) is { } targets)
        {
            Take(targets, value, deconstruction.Value.Type, bodies.DeconstructionAt(deconstruction.Syntax), deconstruction);
        }

        return value;
    }

    private ITupleOperation? Targets(IOperation target) => Through(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) as ITupleOperation;

    /// <summary>Puts the parts of a value into the parts of a tuple of targets.</summary>
    /// <param name="info">By which methods the parts that are no tuples are taken apart.</param>
    private void Take(ITupleOperation targets, FlowValue value, ITypeSymbol? type, DeconstructionInfo? info, IOperation? at)
    {
        var method = info?.Method;
        var parts = method is null || at is null ? null : Apart(at, method, type, value, ReadsIn(at.Syntax));
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var part = parts is null ? store.Read(value, Segment.Item(i + 1)).With(value.Taints) : i < parts.Length ? parts[i] : FlowValue.None;
            var target = targets.Elements[i];
            if (target is IDiscardOperation)
            {
                continue;
            }

            part = at is null ? part : InHand(at, part);
            if (Targets(target) is { } inner)
            {
                Take(inner, part, PartType(method, type, i), info is { Nested: { } nested } && i < nested.Length ? nested[i] : null, at);
            }
            else
            {
                Assign(target, part);
            }
        }
    }

    /// <summary>The parts into which a method takes an object apart.</summary>
    private FlowValue[] Apart(IOperation at, IMethodSymbol deconstruct, ITypeSymbol? type, FlowValue value, IReadOnlyList<LabelledRead> reads)
    {
        var method = deconstruct.ReducedFrom ?? deconstruct;
        var handedOut = solver.HasBody(method) ? HandedOut(at, method, value) : null;
        return method.Parameters.Where(static parameter => parameter.RefKind == RefKind.Out).Select(Part).ToArray();

        FlowValue Part(IParameterSymbol parameter)
        {
            if (Labelled(reads, parameter) is { } labelled)
            {
                return labelled;
            }

            if (handedOut is not null)
            {
                return handedOut[parameter.Ordinal];
            }

            // What the compiler writes for a record, and the framework for its pairs, hands out the members of these names.
            return Known.PartOf(type, parameter.Name) is { } member ? Labelled(reads, member) ?? store.Read(value, Segment.Of(member)) : store.Deep(value);
        }
    }

    /// <summary>What a method of the program that takes an object apart puts into its parameters.</summary>
    private FlowValue[] HandedOut(IOperation at, IMethodSymbol deconstruct, FlowValue value)
    {
        var definition = deconstruct.OriginalDefinition;
        var summary = solver.SummaryOf(definition, method);
        var given = definition.Parameters.Select(parameter => definition.IsStatic && parameter.Ordinal == 0 ? value : FlowValue.None).ToArray();
        var call = new Substitution(definition, summary, definition.IsStatic ? FlowValue.None : value, given, store, at.Syntax, SymbolNames.Display(deconstruct), taint => TakeOver(taint, definition, at.Syntax));
        Calls(definition, false, at.Syntax);
        Leave(call, summary, at);
        return definition.Parameters.Select(parameter => summary.Outs.TryGetValue(parameter, out var handedOut) ? call.Put(handedOut) : FlowValue.None).ToArray();
    }

    private static ITypeSymbol? PartType(IMethodSymbol? deconstruct, ITypeSymbol? whole, int place)
        => deconstruct is not null ? deconstruct.Parameters.Where(static parameter => parameter.RefKind == RefKind.Out).ElementAtOrDefault(place)?.Type
            : whole is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.ElementAtOrDefault(place)?.Type : null;

    private ImmutableArray<LabelledRead> ReadsIn(SyntaxNode syntax) => bodies.OperationAt(syntax, cancellationToken) is { } whole ? purposes.Reads.In(whole, cancellationToken) : ImmutableArray<LabelledRead>.Empty;

    private IOperation Through(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured) && captured.Count == 1:
                    operation = captured[0];
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
