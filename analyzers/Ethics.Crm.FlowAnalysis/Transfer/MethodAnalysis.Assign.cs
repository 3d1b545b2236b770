using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Where values are put.</summary>
internal sealed partial class MethodAnalysis
{
    private const string BehindAPointer = "memory behind a pointer";

    private FlowValue Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation { Local: var name })
        {
            var places = FlatSet<Place>.Of(Places(assignment.Value));
            store = store with { References = store.References.With(name, places) };
            Refer(name, assignment.Value);
            return Evaluate(assignment.Value);
        }

        if (assignment.IsRef && assignment.Target is IFieldReferenceOperation { Instance: not null } field)
        {
            return Refer(field, assignment.Value);
        }

        if (EmptiedBy(assignment) is { } buffer)
        {
            Empty(Evaluate(buffer));
            return FlowValue.None;
        }

        var value = Copied(assignment.Value, Evaluate(assignment.Value));
        if (assignment.Target is ILocalReferenceOperation { Local: var variable })
        {
            Keep(variable, assignment.Value);
        }

        Disclose(assignment.Target, assignment.Value, value);
        Assign(assignment.Target, value);
        return value;
    }

    /// <summary>A struct is another one wherever it is put.</summary>
    private FlowValue Copied(IOperation operation, FlowValue value)
    {
        // Seen as a span it is still the same one.
        if (value.Objects.IsEmpty || Known.IsCollection(operation.Type))
        {
            return value;
        }

        var source = operation;
        while (source is IConversionOperation { OperatorMethod: null } conversion)
        {
            source = conversion.Operand;
        }

        return source is IPropertyReferenceOperation { Property.ReturnsByRef: false } or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IFlowCaptureReferenceOperation
            && source.Type is { IsValueType: true, IsReadOnly: false } type && !Known.IsCollection(type)
            ? Copy(operation, value, type)
            : value;
    }

    private void Assign(IOperation target, FlowValue value, bool isOneOfMany = false)
    {
        value = Cross(target, value);
        if (target is IMemberReferenceOperation { Member: var keeping })
        {
            KeepFunctions(keeping, value);
        }

        switch (target)
        {
            case ILocalReferenceOperation local:
                AssignVariable(local.Local, value, isOneOfMany);
                break;
            case IParameterReferenceOperation parameter when Kept(parameter.Parameter) is not null:
                Put(This(), Segment.Of(parameter.Parameter), value);
                break;
            case IParameterReferenceOperation parameter:
                AssignVariable(VariableOf(parameter.Parameter), value, isOneOfMany);
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
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: true } indexer } property when (indexer.SetMethod is not { } setter || !Runs(setter, property)) && !(indexer.ReturnsByRef && solver.HasBody(indexer.GetMethod!)):
                var keyed = Whole(instance);
                foreach (var argument in property.Arguments)
                {
                    var key = Evaluate(argument.Value);
                    Decide(argument.Value.Syntax, key);
                    if (Known.IsDictionary(instance.Type))
                    {
                        PutWeakly(keyed, Segment.Keys, key);
                    }
                }

                Put(keyed, ElementOf(instance.Type, property.Arguments), value);
                Tell(property, keyed, instance.Type, [value], property.Arguments.Select(static argument => new GivenArgument(argument.Parameter, argument.Value)).ToArray());
                break;
            case IPropertyReferenceOperation property when property.Property.SetMethod is { } setter && Runs(setter, property):
                Set(property, setter, property.Instance is null ? FlowValue.None : Whole(property.Instance), value);
                break;
            case IDiscardOperation:
                break;
            case IInstanceReferenceOperation { Type: { IsValueType: true } type }:
                Become(type, value);
                break;
            case IFieldReferenceOperation { Instance: null } or IPropertyReferenceOperation { Instance: null }:
                AssignStatic(target, value, isOneOfMany);
                break;
            case IDynamicMemberReferenceOperation named:
                AssignDynamic(named, value);
                break;
            case IDynamicIndexerAccessOperation:
                Lose(target.Syntax, store.Deep(value), "dynamic code");
                break;
            case { Kind: OperationKind.None }:
                // Of the targets that an assignment may have, the compiler tells nothing of those behind pointers.
                Lose(target.Syntax, store.Deep(value), BehindAPointer);
                break;
            case ITupleOperation tuple:
                Take(tuple, value, null, null, null);
                break;
            default:
                if (target is IInvocationOperation)
                {
                    // A method that tells where to put something does what it does as well.
                    Evaluate(target);
                }

                foreach (var index in Indices(target))
                {
                    Decide(index.Syntax, Evaluate(index));
                }

                var places = Places(target);
                // What a pointer came from is known only where it is a variable.
                var beyond = places.Count == 0 && target is IFieldReferenceOperation { Field.RefKind: not RefKind.None } ? NotFollowed
                    : target is IFieldReferenceOperation { Instance.Kind: OperationKind.None } ? BehindAPointer
                    : IsStaticByAccessor(target) ? NotNamed : null;
                if (beyond is not null)
                {
                    Lose(target.Syntax, store.Deep(value), beyond);
                }

                foreach (var place in places)
                {
                    Put(place, value, isOneOfMany || places.Count > 1);
                }

                break;
        }
    }

    /// <summary>What says in which element something is put.</summary>
    private static ImmutableArray<IOperation> Indices(IOperation target) => target switch
    {
        IArrayElementReferenceOperation element => element.Indices,
        IImplicitIndexerReferenceOperation element => ImmutableArray.Create(element.Argument),
        IInlineArrayAccessOperation element => ImmutableArray.Create(element.Argument),
        _ => ImmutableArray<IOperation>.Empty,
    };

    /// <summary>Whether code may run where a value is put into a property. Behind a label nothing is followed but what a person wrote there.</summary>
    private bool Runs(IMethodSymbol setter, IPropertyReferenceOperation property)
        => (solver.HasBody(setter) && !(IsAutomatic(property.Property) && !purposes.Labels.Of(property.Property, cancellationToken).IsEmpty))
            || (property.Instance is not null && IsOpen(setter) && !IsFromElsewhere(setter));

    private void Put(Place place, FlowValue value, bool isOneOfMany)
    {
        if (place is PartPlace part)
        {
            Write(part.Owner, part.Segment, value, !isOneOfMany && part.Segment != Segment.Elements && IsTheOnly(part.Owner));
        }
        else
        {
            AssignVariable(((VariablePlace)place).Variable, value, isOneOfMany);
        }
    }

    private void AssignVariable(ISymbol variable, FlowValue value, bool isOneOfMany = false)
    {
        if (store.References.Find(variable) is { } places)
        {
            foreach (var place in places)
            {
                if (place is not VariablePlace { Variable: var same } || !SymbolEqualityComparer.Default.Equals(same, variable))
                {
                    Put(place, value, isOneOfMany || places.Count > 1);
                }
            }

            // A variable that got a cell on one of several ways may still hold what it did on the others.
            store = isOneOfMany || store.Of(variable).IsNone ? store : store.With(variable, FlowValue.None);
            return;
        }

        if (isOneOfMany)
        {
            value = value.And(store.Of(variable));
        }

        if (nested.IsNeeded && apart is null)
        {
            var isInside = !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, graph.Of);
            if (!isInside && at is { Span.End: var end } && end <= nested.First && SymbolEqualityComparer.Default.Equals(graph.Of, method))
            {
                nested.WriteEarly(variable);
            }
            else
            {
                nested.Write(variable, isInside ? Concrete(value) : value, isInside);
            }
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

        var result = new FlowValue(value.Taints.Where(static taint => taint.Origin is not InputOrigin), value.Objects);
        foreach (var taint in value.Taints)
        {
            result = taint.Origin is InputOrigin { Input: IParameterSymbol parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, graph.Of)
                ? result.And(nested.HandedTo(parameter).Select(handed => handed.At(taint.Arrived)))
                : result.With([taint]);
        }

        return result;
    }

    /// <summary>Puts a value into a part of an object.</summary>
    /// <param name="replaces">What was there before is gone: the object is known to be the only one.</param>
    private void Write(HeapObject one, string segment, FlowValue value, bool replaces)
    {
        Written(one, segment);
        if (replaces)
        {
            Pass(one, segment, store.Heap.Find(one, segment));
        }

        store = store.Write(one, segment, one is InputObject { IsWaiting: true } place ? PutInto(place, segment, value, at) : value, replaces);
    }

    /// <summary>What lambdas and local functions write is there whenever they may have run.</summary>
    private void Written(HeapObject one, string segment)
    {
        // A primary constructor keeps its parameters before any graph is walked.
        if (nested.IsNeeded && graph is { Of: var of } && !SymbolEqualityComparer.Default.Equals(of, method))
        {
            nested.WritePart(one, segment);
        }
    }

    private void Put(FlowValue owner, string segment, FlowValue value)
    {
        foreach (var one in owner.Objects)
        {
            Write(one, segment, value, owner.Objects.Count == 1 && segment != Segment.Elements && IsTheOnly(one));
        }
    }

    private void PutWeakly(FlowValue owner, string segment, FlowValue value)
    {
        foreach (var one in owner.Objects)
        {
            Write(one, segment, value, false);
        }
    }

    private static bool IsOnlyWritten(IOperation captured)
        => captured is IMemberReferenceOperation { Syntax.Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } && assignment.Left == captured.Syntax;
}
