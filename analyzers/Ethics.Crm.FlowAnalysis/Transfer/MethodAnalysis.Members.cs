using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What is read out of members and elements: labels where they begin, else what lies there.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The label of a labelled member that is read here, and nothing else: what it holds has ended at it. Null for a member without label.</summary>
    private FlowValue? Labelled(IOperation operation)
    {
        if (operation is IDynamicMemberReferenceOperation || (operation is IInvocationOperation call && LateBound.MayBeReflected(call)))
        {
            // What it stands for is told by what is around it in the text.
            operation = bodies.OperationAt(operation.Syntax, cancellationToken) ?? operation;
        }

        // Members without label, nearly all of a program, cost one look-up.
        if (MemberReads.Member(operation) is not { } member || !purposes.Reads.MayBeLabelled(member, MemberReads.Receiver(operation), cancellationToken))
        {
            return null;
        }

        if (bodies.OperationAt(operation.Syntax, cancellationToken) is not { } whole)
        {
            return null;
        }

        var reads = purposes.Reads.In(whole, cancellationToken);
        if (reads.IsEmpty && whole is not IParameterReferenceOperation && MemberReads.IsRead(whole))
        {
            return null;
        }

        return FlowValue.Of(reads.Select(read => Source(read, PurposesAt(operation.Syntax))));
    }

    private Taint Source(LabelledRead read, Endpoints.Purposes.CodePurposes code)
    {
        var origin = new ReadOrigin(read.Read.Syntax, read.Read.Name) { Read = read };
        var trail = Trail.Then(null, OperationNames.NameOf(read.Read.Syntax), $"'{read.Read.Name}' is read");
        if (code.IsUndeclared)
        {
            solver.Contexts.Add(method, new HelperRead(Running, origin) { Walk = WalkOf(Running) });
            if (Inside is { } lambda)
            {
                readers.Add(lambda);
                solver.Contexts.Add(method, new HelperRead(lambda, origin));
            }

            return new Taint(origin, PurposeNames.None) { Trail = trail, ReadBy = Running, ReadIn = Inside };
        }

        return new Taint(origin, code.IsUnknown ? PurposeNames.None : PurposeNames.Of(Keys(code.Names))) { Trail = trail };
    }

    private FlowValue Field(IFieldReferenceOperation field)
    {
        if (Labelled(field) is { } labelled)
        {
            if (field.Instance is not null)
            {
                Evaluate(field.Instance);
            }

            return labelled;
        }

        if (field.Instance is null)
        {
            return InHand(field, Static(field, field.Field, field.Type));
        }

        if (field.Field.RefKind != RefKind.None)
        {
            return InHand(field, Behind(field).Aggregate(FlowValue.None, (all, place) => all.And(Read(place))));
        }

        var owner = Evaluate(field.Instance);
        if (field is { Field: { Name: "Rest", ContainingType.IsTupleType: true }, Type: INamedTypeSymbol { TupleElements: { IsDefault: false, Length: var more } } })
        {
            return Rest(field, owner, more);
        }

        var value = SharedPart(field, owner, store.Read(owner, Segment.Of(field.Field)));
        return InHand(field, IsFromElsewhere(field.Field) && !field.Field.ContainingType.IsTupleType ? value.With(owner.Taints) : value);
    }

    /// <summary>A long tuple holds its further parts under their numbers; behind <c>Rest</c> they are counted anew.</summary>
    private FlowValue Rest(IFieldReferenceOperation rest, FlowValue tuple, int count)
    {
        var made = new MadeObject(rest.Syntax, null) { Part = "rest" };
        for (var i = 1; i <= count; i++)
        {
            Write(made, Segment.Item(i), store.Read(tuple, Segment.Item(MostItems - 1 + i)), graph.IsOnce(rest));
        }

        return FlowValue.Of(made).With(tuple.Taints);
    }

    private FlowValue Property(IPropertyReferenceOperation property)
    {
        if (Labelled(property) is { } labelled)
        {
            Discarded(property);
            return labelled;
        }

        if (property is { Instance: { } nullable, Property.ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            // Whether there is a value is a null check.
            return property.Property.Name == "HasValue" ? Discarded(property) : InHand(property, Evaluate(nullable));
        }

        if (Known.IsFrame(property.Property))
        {
            return Discarded(property);
        }

        if (property is { Instance: { } tuple, Property: { IsIndexer: true, ContainingType.Name: "ITuple" } })
        {
            return InHand(property, ItemOf(tuple, property.Arguments[0].Value));
        }

        if (property.Instance is not null && IsFromElsewhere(property.Property) && OfCollection(property) is { } known)
        {
            return shares ? SharedPart(property, Evaluate(property.Instance), known) : known;
        }

        if (Configured(property.Property) is { } options)
        {
            return options;
        }

        if (property.Property.GetMethod is { } getter && (solver.HasBody(getter) || IsOpen(getter)))
        {
            return InHand(property, Got(property, getter));
        }

        if (KnownLogs.IsConsoleWriter(property.Property))
        {
            return FlowValue.Of(new MadeObject(property.Syntax, null) { Part = ConsolePart });
        }

        if (property.Instance is null)
        {
            return InHand(property, Parts(property).And(Static(property, property.Property, property.Type)));
        }

        var owner = Evaluate(property.Instance);
        var value = SharedPart(property, owner, store.Read(owner, Segment.Of(property.Property)));
        if (IsFromElsewhere(property.Property) && property.Property.ContainingType is { IsAnonymousType: false, Name: not "KeyValuePair" } type && !Known.IsApart(property.Property))
        {
            if (Known.IsTupleClass(type))
            {
                return InHand(property, value.With(owner.Taints));
            }

            // What is known of the object is known of its parts.
            // A type of this program keeps its own parts where the framework does not look for them.
            value = value.And(IsOurs(property.Instance.Type) ? FlowValue.None : store.Deep(owner.Unlabelled().Where(one => !IsOurs((one as MadeObject)?.Type)))).With(owner.Taints);
            value = Known.IsTaskResult(property.Property) ? value.And(owner) : value;
            value = IsOurs(property.Type) ? value.Where(one => Known.MayBe(TypeOf(one), property.Type)) : value;
        }

        return InHand(property, value);
    }

    /// <summary>Of a tuple of which is not known how long it is, parts beyond are not told apart.</summary>
    private const int MostItems = 8;

    /// <summary>An element of a tuple by its number; of a number that is no constant each of them.</summary>
    private FlowValue ItemOf(IOperation tuple, IOperation number)
    {
        var owner = Evaluate(tuple);
        var places = number.ConstantValue is { HasValue: true, Value: int place } ? [place + 1] : Enumerable.Range(1, Through(tuple).Type is INamedTypeSymbol { TupleElements: { IsDefault: false, Length: var length } } ? length : MostItems);
        return places.Aggregate(FlowValue.None.With(owner.Taints), (all, place) => all.And(store.Read(owner, Segment.Item(place))));
    }

    /// <summary>Whether something is known of keys: entries of a dictionary that came as a sequence of pairs have none.</summary>
    private bool HasKeys(FlowValue collection) => collection.Objects.Any(one => one is InputObject || store.Heap.ContainsKey((one, Segment.Keys)));

    private FlowValue Element(IOperation operation, IOperation collection, IEnumerable<IOperation> keys, string segment = Segment.Elements)
    {
        var owner = Evaluate(collection);
        var key = FlowValue.None;
        foreach (var index in keys)
        {
            key = key.And(Evaluate(index));
        }

        Decide(operation.Syntax, key);
        var value = ValuesIn(owner, Known.IsDictionary(collection.Type), segment).With(owner.Taints);
        return InHand(operation, Known.IsSimple(operation.Type) ? value.With(key.Taints) : SharedPart(operation, owner, value));
    }
}
