using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
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
            var places = ImmutableHashSet.CreateRange(Places(assignment.Value));
            store = store with { References = store.References.SetItem(name, places) };
            return Evaluate(assignment.Value);
        }

        var value = Copied(assignment.Value, Evaluate(assignment.Value));
        Assign(assignment.Target, value);
        return value;
    }

    /// <summary>A struct is another one wherever it is put.</summary>
    private FlowValue Copied(IOperation operation, FlowValue value)
    {
        if (value.Objects.IsEmpty)
        {
            return value;
        }

        var source = operation;
        while (source is IConversionOperation { OperatorMethod: null } conversion)
        {
            source = conversion.Operand;
        }

        return source is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IFlowCaptureReferenceOperation
            && source.Type is { IsValueType: true, IsReadOnly: false } type && !Known.IsCollection(type)
            ? Copy(operation, value, type)
            : value;
    }

    private FlowValue Combined(IOperation target, IOperation with)
    {
        var value = Evaluate(target).And(Evaluate(with));
        Assign(target, value);
        return value;
    }

    private void Assign(IOperation target, FlowValue value, bool isOneOfMany = false)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                AssignVariable(local.Local, value, isOneOfMany);
                break;
            case IParameterReferenceOperation parameter when Kept(parameter.Parameter) is not null:
                Put(This(), Segment.Of(parameter.Parameter), value);
                break;
            case IParameterReferenceOperation parameter:
                AssignVariable(parameter.Parameter, value, isOneOfMany);
                break;
            case IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured):
                foreach (var one in captured)
                {
                    Assign(one, value, isOneOfMany || captured.Count > 1);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: true } indexer } property when !(indexer.SetMethod is { } setter && solver.HasBody(setter)):
                var keyed = Evaluate(instance);
                if (Known.IsDictionary(instance.Type))
                {
                    foreach (var argument in property.Arguments)
                    {
                        PutWeakly(keyed, Segment.Keys, Evaluate(argument.Value));
                    }
                }

                Put(keyed, ElementOf(instance.Type, property.Arguments), value);
                break;
            case IPropertyReferenceOperation property when property.Property.SetMethod is { } setter && solver.HasBody(setter) && !IsAutomatic(property.Property):
                Apply(property, setter, property.Instance is null ? FlowValue.None : Evaluate(property.Instance), [.. property.Arguments.Select(argument => Evaluate(argument.Value)), value], []);
                break;
            case IDiscardOperation:
                break;
            case IFieldReferenceOperation { Instance: null } or IPropertyReferenceOperation { Instance: null }:
                if (MemberReads.Member(target) is { } shared && !purposes.Reads.MayBeLabelled(shared, null, cancellationToken))
                {
                    Lose(target.Syntax, store.Deep(value), $"the static '{SymbolNames.Display(shared)}'");
                }

                break;
            case ITupleOperation tuple:
                Take(tuple, value, null);
                break;
            default:
                var places = Places(target);
                foreach (var place in places)
                {
                    Put(place, value, isOneOfMany || places.Count > 1);
                }

                break;
        }
    }

    /// <summary>Where a left side or a reference leads. Empty where nothing is known of it.</summary>
    private IReadOnlyCollection<Place> Places(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return store.References.TryGetValue(local.Local, out var known) ? known : [new VariablePlace(local.Local)];
            case IParameterReferenceOperation parameter when Kept(parameter.Parameter) is not null:
                return Parts(This(), Segment.Of(parameter.Parameter));
            case IParameterReferenceOperation parameter:
                return [new VariablePlace(parameter.Parameter)];
            case IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured):
                return captured.SelectMany(Places).Distinct().ToArray();
            case IConversionOperation conversion:
                return Places(conversion.Operand);
            case IDeclarationExpressionOperation declaration:
                return Places(declaration.Expression);
            case IFieldReferenceOperation { Instance: { } instance } field:
                return Parts(Evaluate(instance), Segment.Of(field.Field));
            case IPropertyReferenceOperation { Instance: { } instance, Property.ReturnsByRef: true } element:
                return Parts(Evaluate(instance), Segment.Elements);
            case IPropertyReferenceOperation { Instance: { } instance } property:
                // At a labelled member the label of what is put in ends; what comes out carries the member's own.
                return Parts(Evaluate(instance), Segment.Of(property.Property));
            case IArrayElementReferenceOperation element:
                return Parts(Evaluate(element.ArrayReference), ElementOf(element));
            case IImplicitIndexerReferenceOperation element:
                return Parts(Evaluate(element.Instance), Segment.Elements);
            case IInlineArrayAccessOperation element:
                return Parts(Evaluate(element.Instance), Segment.Elements);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call:
                return ReferencesOf(call);
            default:
                return [];
        }

        static Place[] Parts(FlowValue owner, string segment) => owner.Objects.Select(one => new PartPlace(one, segment)).ToArray<Place>();
    }

    private IReadOnlyCollection<Place> ReferencesOf(IInvocationOperation call)
    {
        var definition = call.TargetMethod.OriginalDefinition;
        var owner = call.Instance is null ? FlowValue.None : Evaluate(call.Instance);
        var values = call.TargetMethod.Parameters.Select(static _ => FlowValue.None).ToArray();
        foreach (var argument in call.Arguments)
        {
            values[argument.Parameter!.Ordinal] = argument.Parameter.RefKind == RefKind.Out ? FlowValue.None : Evaluate(argument.Value);
        }

        if (!solver.HasBody(definition))
        {
            return values.Append(owner).SelectMany(static value => value.Objects).Select(static one => new PartPlace(one, Segment.Elements)).ToArray<Place>();
        }

        var places = new HashSet<Place>();
        var substitution = new Substitution(definition, owner, values, store, call.Syntax, definition.Name);
        foreach (var place in solver.SummaryOf(definition, method).References)
        {
            if (place is PartPlace part)
            {
                places.UnionWith(substitution.Objects(part.Owner).Select(one => new PartPlace(one, part.Segment)));
            }
            else if (place is VariablePlace { Variable: IParameterSymbol parameter } && call.Arguments.FirstOrDefault(argument => argument.Parameter!.Ordinal == parameter.Ordinal) is { } given)
            {
                places.UnionWith(Places(given.Value));
            }
        }

        return places;
    }

    private FlowValue Read(Place place) => place is PartPlace part ? store.Read(part.Owner, part.Segment) : Variable(((VariablePlace)place).Variable);

    private void Put(Place place, FlowValue value, bool isOneOfMany)
    {
        if (place is PartPlace part)
        {
            store = store.Write(part.Owner, part.Segment, value, !isOneOfMany && part.Segment != Segment.Elements && IsTheOnly(part.Owner));
        }
        else
        {
            AssignVariable(((VariablePlace)place).Variable, value, isOneOfMany);
        }
    }

    private string ElementOf(IArrayElementReferenceOperation element)
        => element.Indices.Length == 1 && element.Indices[0].ConstantValue is { HasValue: true, Value: int place } && place >= 0 ? Segment.At(place) : Segment.Elements;

    private bool IsTheOnly(HeapObject one) => one switch
    {
        InputObject input => !input.Path.Text.Contains(Segment.Elements[0]) && !input.Path.Text.EndsWith(Segment.Everything, StringComparison.Ordinal),
        MadeObject made => !made.IsMany && graph.IsOnce(made.Call ?? made.Site),
        _ => false,
    };

    private void AssignVariable(ISymbol variable, FlowValue value, bool isOneOfMany = false)
    {
        if (store.References.TryGetValue(variable, out var places))
        {
            foreach (var place in places)
            {
                if (place is not VariablePlace { Variable: var same } || !SymbolEqualityComparer.Default.Equals(same, variable))
                {
                    Put(place, value, isOneOfMany || places.Count > 1);
                }
            }

            return;
        }

        if (isOneOfMany)
        {
            value = value.And(store.Of(variable));
        }

        if (nested.IsNeeded)
        {
            var isInside = !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of);
            nested.Write(variable, isInside ? Concrete(value) : value, isInside);
        }

        store = store.With(variable, value);
    }

    /// <summary>What a local function leaves in a variable of the method around it: what it was handed in place of its own parameters.</summary>
    private FlowValue Concrete(FlowValue value)
    {
        if (graph.Of.MethodKind != MethodKind.LocalFunction)
        {
            return value;
        }

        var result = new FlowValue(value.Taints.Where(static taint => taint.Origin is not InputOrigin).ToImmutableHashSet(), value.Objects);
        foreach (var taint in value.Taints)
        {
            result = taint.Origin is InputOrigin { Input: IParameterSymbol parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, graph.Of)
                ? result.And(nested.HandedTo(parameter).Select(handed => handed.At(taint.Arrived)))
                : result.With([taint]);
        }

        return result;
    }

    /// <summary>Which element an indexer speaks of: the one under a constant key of a dictionary, else any.</summary>
    private static string ElementOf(ITypeSymbol? collection, ImmutableArray<IArgumentOperation> keys)
        => Known.IsDictionary(collection) && keys.Length == 1 ? ElementUnder(keys[0].Value) : Segment.Elements;

    private static string ElementUnder(IOperation key) => key.ConstantValue is { HasValue: true, Value: string text } ? Segment.At(text) : Segment.Elements;

    private void Put(FlowValue owner, string segment, FlowValue value)
    {
        foreach (var one in owner.Objects)
        {
            store = store.Write(one, segment, value, owner.Objects.Count == 1 && segment != Segment.Elements && IsTheOnly(one));
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
            Take(targets, value, deconstruction.Value.Type, deconstruction);
        }

        return value;
    }

    /// <summary>Puts the parts of a value into the parts of a tuple of targets.</summary>
    private void Take(ITupleOperation targets, FlowValue value, ITypeSymbol? type, IOperation? at = null)
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

    private void Capture(IFlowCaptureOperation capture)
    {
        if (!graph.Targets.TryGetValue(capture.Id, out var targets))
        {
            graph.Targets.Add(capture.Id, targets = []);
        }

        if (!targets.Contains(capture.Value))
        {
            targets.Add(capture.Value);
        }

        var value = Evaluate(capture.Value);
        store = store.With(capture.Id, value);
    }
}
