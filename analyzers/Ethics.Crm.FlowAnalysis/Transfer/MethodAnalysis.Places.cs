using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Where left sides and references lead.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Where a left side or a reference leads. Empty where nothing is known of it.</summary>
    private IReadOnlyCollection<Place> Places(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return store.References.Find(local.Local) is { } known ? known : [new VariablePlace(local.Local)];
            case IParameterReferenceOperation parameter when Kept(parameter.Parameter) is not null:
                return Parts(This(), Segment.Of(parameter.Parameter));
            case IParameterReferenceOperation parameter:
                return [new VariablePlace(VariableOf(parameter.Parameter))];
            case IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured):
                return captured.SelectMany(Places).Distinct().ToArray();
            case IConversionOperation conversion:
                return Places(conversion.Operand);
            case IDeclarationExpressionOperation declaration:
                return Places(declaration.Expression);
            case IFieldReferenceOperation { Instance: null } field when !IsFromElsewhere(field.Field):
                return [new PartPlace(solver.Statics.IsFollowed(field.Field) ? StaticsOf(field.Field.ContainingType) : Holder(field, field.Field, field.Type), Segment.Of(field.Field))];
            case IFieldReferenceOperation { Instance: not null, Field.RefKind: not RefKind.None } field:
                return Behind(field);
            case IFieldReferenceOperation { Instance: IFieldReferenceOperation { Field: { Name: "Rest", ContainingType.IsTupleType: true }, Instance: { } tuple } } item when Segment.NumberOf(Segment.Of(item.Field)) is { } place:
                return Parts(Whole(tuple), Segment.Item(MostItems - 1 + place));
            case IFieldReferenceOperation { Instance: { } instance } field:
                return Parts(Whole(instance), Segment.Of(field.Field));
            case IPropertyReferenceOperation { Property: { ReturnsByRef: true, GetMethod: { } getter } } element when solver.HasBody(getter):
                return ReferencesOf(element, getter, element.Instance, element.Arguments);
            case IPropertyReferenceOperation { Instance: { } instance, Property.ReturnsByRef: true } element:
                return Parts(Whole(instance), Segment.Elements);
            case IPropertyReferenceOperation { Instance: { } instance } property:
                // At a labelled member the label of what is put in ends; what comes out carries the member's own.
                return Parts(Whole(instance), Segment.Of(property.Property));
            case IArrayElementReferenceOperation element:
                return Parts(Whole(element.ArrayReference), ElementOf(element));
            case IImplicitIndexerReferenceOperation element:
                return Parts(Whole(element.Instance), Segment.Elements);
            case IInlineArrayAccessOperation element:
                return Parts(Whole(element.Instance), Segment.Elements);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call:
                return ReferencesOf(call, call.TargetMethod, call.Instance, call.Arguments);
            default:
                return [];
        }

        static Place[] Parts(FlowValue owner, string segment) => owner.Objects.Select(one => new PartPlace(one, segment)).ToArray<Place>();
    }

    /// <summary>What something lies in. A struct that was never set is an object all the same, where it lies; so is a collection that an object of the framework has of its own.</summary>
    private FlowValue Whole(IOperation instance)
    {
        var value = Evaluate(instance);
        if (value.Objects.IsEmpty && instance is IPropertyReferenceOperation { Instance: { } owner, Property.IsIndexer: false } property && IsFromElsewhere(property.Property) && Known.IsCollection(property.Type))
        {
            return value.And(Own(Evaluate(owner), property));
        }

        if (!value.Objects.IsEmpty || instance.Type is not { TypeKind: TypeKind.Struct, IsReadOnly: false } type || Known.IsSimple(type))
        {
            return value;
        }

        var places = Places(instance);
        var made = FlowValue.Of(new MadeObject(instance.Syntax, null) { Part = "struct", Type = type }).With(value.Taints);
        foreach (var place in places)
        {
            Put(place, made, places.Count > 1);
        }

        return places.Count == 0 ? value : made;
    }

    /// <summary>What objects made here hold in a property since they were made, though nobody has seen it yet.</summary>
    private FlowValue Own(FlowValue owners, IPropertyReferenceOperation property)
    {
        var (segment, all) = (Segment.Of(property.Property), FlowValue.None);
        foreach (var one in owners.Objects)
        {
            if (one is MadeObject made)
            {
                var own = FlowValue.Of(new MadeObject(made.Site, made.Call) { Part = made.Part + "/" + segment, IsMany = made.IsMany, SeenAs = property.Type });
                Write(made, segment, own, false);
                all = all.And(own);
            }
        }

        return all;
    }

    private IReadOnlyCollection<Place> ReferencesOf(IOperation call, IMethodSymbol target, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        var definition = target.OriginalDefinition;
        if (UnsafeAccessors.MayBe(target) && UnsafeAccessors.Reached(target) is IFieldSymbol { IsStatic: false } field && arguments is [{ Value: var accessed }])
        {
            return Whole(accessed).Objects.Select(one => new PartPlace(one, Segment.Of(field))).ToArray<Place>();
        }

        var owner = instance is null ? FlowValue.None : Evaluate(instance);
        var values = target.Parameters.Select(static _ => FlowValue.None).ToArray();
        foreach (var argument in arguments)
        {
            values[argument.Parameter!.Ordinal] = argument.Parameter.RefKind == RefKind.Out ? FlowValue.None : Evaluate(argument.Value);
        }

        if (!solver.HasBody(definition) && Known.IsReferenceToAValue(definition) && arguments.FirstOrDefault(static argument => argument.Parameter!.Ordinal == 1) is { } key)
        {
            return values[0].Objects.Select(one => new PartPlace(one, graph.KeyOf(key.Value) is { } text ? Segment.At(text) : Segment.Elements)).ToArray<Place>();
        }

        if (!solver.HasBody(definition))
        {
            return values.Append(owner).SelectMany(static value => value.Objects).Select(static one => new PartPlace(one, Segment.Elements)).ToArray<Place>();
        }

        var places = new HashSet<Place>();
        var summary = solver.SummaryOf(definition, method);
        var substitution = new Substitution(definition, summary, owner, values, store, call.Syntax, definition.Name, static taint => taint);
        foreach (var place in summary.References)
        {
            if (place is PartPlace part)
            {
                places.UnionWith(substitution.Objects(part.Owner).Select(one => new PartPlace(one, part.Segment)));
            }
            else if (place is VariablePlace { Variable: IParameterSymbol parameter } && arguments.FirstOrDefault(argument => argument.Parameter!.Ordinal == parameter.Ordinal) is { } given)
            {
                places.UnionWith(Places(given.Value));
            }
        }

        return places;
    }

    private FlowValue Read(Place place) => place is PartPlace part ? store.Read(part.Owner, part.Segment) : Variable(((VariablePlace)place).Variable);

    private string ElementOf(IArrayElementReferenceOperation element)
        => element.Indices.Length == 1 && graph.Constant(element.Indices[0]) is { HasValue: true, Value: int place } && place >= 0 ? Segment.At(place) : Segment.Elements;

    private bool IsTheOnly(HeapObject one) => one switch
    {
        InputObject input => !input.Path.Text.Contains(Segment.Elements[0]) && !input.Path.Text.EndsWith(Segment.Everything, StringComparison.Ordinal),
        MadeObject made => !made.IsMany && graph.IsOnce(made.Call ?? made.Site),
        _ => false,
    };

    /// <summary>Which element an indexer speaks of: the one under a constant key of a dictionary, else any.</summary>
    private string ElementOf(ITypeSymbol? collection, ImmutableArray<IArgumentOperation> keys)
        => Known.IsDictionary(collection) && keys.Length == 1 ? ElementUnder(keys[0].Value) : Segment.Elements;

    private string ElementUnder(IOperation key)
    {
        if (graph.KeyOf(key) is { } text)
        {
            return Segment.At(text);
        }

        if (graph.SameKeyOf(key) is not { } same)
        {
            return Segment.Elements;
        }

        hasOwnKeys = true;
        return Segment.Same(same);
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

        // A left side that is only written is not read: what it stands in is.
        var value = IsOnlyWritten(capture.Value) ? Discarded(capture.Value) : Evaluate(capture.Value);
        if (capture.Value is { Type.IsValueType: true, Syntax: { Parent: WithExpressionSyntax with } operand } && with.Expression == operand && !value.Objects.IsEmpty)
        {
            // What `with` changes is a copy.
            value = Copy(capture, value, capture.Value.Type);
        }

        store = store.With(capture.Id, value);
    }
}
