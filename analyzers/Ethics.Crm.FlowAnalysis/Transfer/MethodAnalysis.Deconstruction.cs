using Microsoft.CodeAnalysis.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that are taken apart into several places.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        if (Through(deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target) is ITupleOperation targets)
        {
            Take(targets, value, deconstruction.Value.Type, deconstruction);
        }

        return value;
    }

    /// <summary>Puts the parts of a value into the parts of a tuple of targets.</summary>
    private void Take(ITupleOperation targets, FlowValue value, ITypeSymbol? type, IOperation? at = null)
    {
        var parameters = type is null or { IsTupleType: true } ? null : DeconstructOf(type, targets.Elements.Length);
        var handedOut = at is not null && parameters is [{ ContainingSymbol: IMethodSymbol own }, ..] && solver.HasBody(own) ? HandedOut(at, own.OriginalDefinition, value) : null;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var part = handedOut is not null ? handedOut[i] : parameters is null
                ? store.Read(value, "Item" + (i + 1)).With(value.Taints)
                : Known.PartOf(type, parameters[i].Name) is { } member
                    ? store.Read(value, Segment.Of(member))
                    : store.Deep(value);
            var target = targets.Elements[i];
            if (target is IDiscardOperation)
            {
                continue;
            }

            part = at is null ? part : InHand(at, part);
            if (target is IDeclarationExpressionOperation { Expression: ITupleOperation inner })
            {
                Take(inner, part, null, at);
            }
            else
            {
                Assign(target, part);
            }
        }
    }

    /// <summary>What a method of the program that takes an object apart puts into its parameters.</summary>
    private FlowValue[] HandedOut(IOperation at, IMethodSymbol deconstruct, FlowValue value)
    {
        var summary = solver.SummaryOf(deconstruct, method);
        var call = new Substitution(deconstruct, summary, value, deconstruct.Parameters.Select(static _ => FlowValue.None).ToArray(), store, at.Syntax, SymbolNames.Display(deconstruct), taint => TakeOver(taint, deconstruct, at.Syntax));
        Calls(deconstruct, at.Syntax);
        Leave(call, summary);
        return deconstruct.Parameters.Select(parameter => summary.Outs.TryGetValue(parameter, out var handedOut) ? call.Put(handedOut) : FlowValue.None).ToArray();
    }

    private static IReadOnlyList<IParameterSymbol>? DeconstructOf(ITypeSymbol type, int count)
        => type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count)?.Parameters.ToArray();

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
