using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Where values are put.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation { Local: var name })
        {
            graph.Aliases[name] = Through(assignment.Value);
            return Evaluate(assignment.Value);
        }

        var value = Evaluate(assignment.Value);
        Assign(assignment.Target, value);
        return value;
    }

    private FlowValue Combined(IOperation operation, IOperation target, IOperation with)
    {
        var value = Evaluate(target).And(Evaluate(with));
        _ = operation;
        Assign(target, value);
        return value;
    }

    private void Assign(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                AssignVariable(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                AssignVariable(parameter.Parameter, value);
                break;
            case IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured):
                Assign(captured, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
            case IFieldReferenceOperation { Instance: { } instance } field:
                Put(Evaluate(instance), Segment.Of(field.Field), value);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: true } indexer } property when !(indexer.SetMethod is { } setter && solver.HasBody(setter)):
                var keyed = Evaluate(instance);
                foreach (var argument in property.Arguments)
                {
                    PutWeakly(keyed, Segment.Keys, Evaluate(argument.Value));
                }

                PutWeakly(keyed, Segment.Elements, value);
                break;
            case IPropertyReferenceOperation property when property.Property.SetMethod is { } setter && solver.HasBody(setter) && !IsAutomatic(property.Property):
                Apply(property, setter, property.Instance is null ? FlowValue.None : Evaluate(property.Instance), [.. property.Arguments.Select(argument => Evaluate(argument.Value)), value], []);
                break;
            case IPropertyReferenceOperation { Instance: { } instance } property:
                // At a labelled member the label of what is put in ends; what comes out carries the member's own.
                Put(Evaluate(instance), Segment.Of(property.Property), value);
                break;
            case IArrayElementReferenceOperation element:
                PutWeakly(Evaluate(element.ArrayReference), Segment.Elements, value);
                break;
            case IImplicitIndexerReferenceOperation element:
                PutWeakly(Evaluate(element.Instance), Segment.Elements, value);
                break;
            case IInvocationOperation { TargetMethod.ReturnsByRef: true } or IDiscardOperation:
                break;
            case ITupleOperation tuple:
                Take(tuple, value, null);
                break;
        }
    }

    private void AssignVariable(ISymbol variable, FlowValue value)
    {
        if (graph.Aliases.TryGetValue(variable, out var target))
        {
            Assign(target, value);
            return;
        }

        var isInside = !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of);
        if (nested.IsNeeded)
        {
            nested.Write(variable, value, isInside);
        }

        store = store.With(variable, value);
    }

    private void Put(FlowValue owner, string segment, FlowValue value)
    {
        var replaces = owner.Objects.Count == 1 && owner.Objects.First() switch
        {
            InputObject input => input.Path.Text.Length == 0,
            MadeObject made => made.Call is null && graph.IsOnce(made.Site),
            _ => false,
        };
        foreach (var one in owner.Objects)
        {
            store = store.Write(one, segment, value, replaces);
        }
    }

    private void PutWeakly(FlowValue owner, string segment, FlowValue value)
    {
        foreach (var one in owner.Objects)
        {
            store = store.Write(one, segment, value, false);
        }
    }

    private FlowValue Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        if (Through(deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target) is ITupleOperation targets)
        {
            Take(targets, value, deconstruction.Value.Type);
        }

        return value;
    }

    /// <summary>Puts the parts of a value into the parts of a tuple of targets.</summary>
    private void Take(ITupleOperation targets, FlowValue value, ITypeSymbol? type)
    {
        var parameters = type is null or { IsTupleType: true } ? null : DeconstructOf(type, targets.Elements.Length);
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var part = parameters is null
                ? store.Read(value, "Item" + (i + 1)).With(value.Taints)
                : Known.PartsOf(type).FirstOrDefault(member => string.Equals(member.Name, parameters[i].Name, StringComparison.OrdinalIgnoreCase)) is { } member
                    ? store.Read(value, Segment.Of(member))
                    : store.Deep(value);
            var target = targets.Elements[i];
            if (target is IDeclarationExpressionOperation { Expression: ITupleOperation inner })
            {
                Take(inner, part, null);
            }
            else
            {
                Assign(target, part);
            }
        }
    }

    private static IReadOnlyList<IParameterSymbol>? DeconstructOf(ITypeSymbol type, int count)
        => type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count)?.Parameters.ToArray();

    private IOperation Through(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured):
                    operation = captured;
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
