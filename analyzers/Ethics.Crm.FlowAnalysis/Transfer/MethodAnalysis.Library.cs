using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Members of collections, queries, arrays and spans, by what they do with elements.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Null for a member of which nothing is known.</summary>
    private FlowValue? Library(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (Known.IsWrapper(target))
        {
            // Awaited and not, a value is the same one.
            return values.Length == 0 || !target.IsStatic ? owner : IsTakenAsValue(arguments[0].Parameter) ? values[0] : ResultOf(arguments[0].Value, FlowValue.None);
        }

        if (target is { Name: nameof(GetType), Parameters.IsEmpty: true, ContainingType.SpecialType: SpecialType.System_Object })
        {
            return FlowValue.None;
        }

        if ((Composed(operation, target, values, arguments) ?? Exchanged(target, values, arguments) ?? Emptied(operation, target, owner, values, arguments) ?? Reflected(operation, target, owner, values, arguments) ?? InProcess(operation, target, values, arguments) ?? InStore(operation, target, owner, values, arguments)) is { } known)
        {
            return known;
        }

        if (TakenOutOfCollection(target, owner, values, arguments) is { } taken)
        {
            return taken;
        }

        LoosenFor(target, owner, values, arguments);
        var kind = Elements.Of(target);
        if (kind == ElementUse.None)
        {
            return null;
        }

        if (Known.IsPriorityQueue(target.ContainingType))
        {
            return Prioritised(target, kind, owner, values, arguments);
        }

        // Of an extension the collection is the first argument, of a member what stands before the dot.
        var isExtension = target.IsStatic && values.Length > 0;
        var collection = isExtension ? values[0] : owner;
        var collectionType = isExtension ? Through(arguments[0].Value).Type : (operation as IInvocationOperation)?.Instance?.Type;
        var changesCopy = Known.IsImmutable(collectionType) && kind is ElementUse.Put or ElementUse.Pour;
        if ((owner.Objects.IsEmpty && values.All(static value => value.Objects.IsEmpty) && !changesCopy && kind is not (ElementUse.Select or ElementUse.Flatten or ElementUse.Index or ElementUse.Fold or ElementUse.Group or >= ElementUse.Append)) || Known.IsCount(target))
        {
            return null;
        }

        var given = isExtension ? 1 : 0;
        var isMap = Known.IsDictionary(target.ContainingType) || Known.IsDictionary(collectionType);
        var element = isMap && kind is ElementUse.Take or ElementUse.PutAndTake && arguments.Count > given && ElementUnder(arguments[given].Value) is var under && under != Segment.Elements
            ? ValuesIn(collection, isMap, under).With(collection.Taints)
            : SharedElement(operation, collection, collectionType, EndOf(target, collectionType, values.Length) is { } end ? ValuesIn(collection, false, end).With(collection.Taints) : ElementsOf(operation, collection, isMap));
        element = element.Objects.IsEmpty || !(Known.IsReadOnly(collectionType) || Known.IsOfLists(collectionType)) ? element : OfType(element, collectionType is INamedTypeSymbol { TypeArguments: [var held] } ? held : null);
        if (Query(operation, target, kind, collection, element, arguments, values, given) is { } made)
        {
            return made;
        }

        foreach (var (_, value) in arguments.Skip(given))
        {
            if (kind == ElementUse.Select && Known.IsCollection(value.Type))
            {
                var other = Evaluate(value);
                element = element.And(store.Read(other, Segment.Elements));
            }
        }

        for (var i = given; i < values.Length; i++)
        {
            Hand(arguments[i].Value, arguments[i].Parameter, values[i], element);
            DecideBy(target, arguments[i].Parameter, arguments[i].Value, element);
        }

        if (changesCopy)
        {
            var changed = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "copy" });
            Pour(collection, changed, isMap);
            collection = changed;
        }

        switch (kind)
        {
            case ElementUse.View:
                for (var i = given; i < values.Length; i++)
                {
                    collection = Known.IsCollection(arguments[i].Value.Type) ? collection.And(values[i]) : collection;
                }

                return values.Length > given && Elements.IsPart(target) ? SomeOf(operation, collection) : collection;
            case ElementUse.Copy:
                var copy = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "copy" });
                Pour(collection, copy, isMap && Known.IsDictionary(target.ReturnType));
                Unpack(copy, Known.IsDictionary(target.ReturnType));
                return copy;
            case ElementUse.Put:
                if (target.Name == "Fill" && (values.Length == given + 1 || IsAll(arguments[0].Value, arguments, given + 1)))
                {
                    Empty(collection);
                }

                for (var i = given; i < values.Length; i++)
                {
                    var isKey = isMap && i == given && values.Length - given > 1;
                    if (target is { Name: "Add", ReturnsVoid: true } && Known.IsList(target.ContainingType))
                    {
                        Append(operation, collection, values[i]);
                        continue;
                    }

                    PutWeakly(collection, isKey ? Segment.Keys : isMap && i == given + 1 ? ElementUnder(arguments[given].Value) : Segment.Elements, values[i]);
                }

                Unpack(collection, isMap);
                Tell(operation, collection, collectionType, values, arguments);
                return target.ReturnsVoid || Known.IsSimple(target.ReturnType) || target.ReturnType.Name == nameof(ValueTask) ? FlowValue.None : collection;
            case ElementUse.Remove:
                return Removed(collection, values, arguments);
            case ElementUse.PutAndTake:
                return PutAndTaken(operation, collection, values, arguments);
            case ElementUse.Pour:
                for (var i = given; i < values.Length; i++)
                {
                    Pour(values[i], collection);
                }

                Unpack(collection, isMap);

                return target.ReturnsVoid || Known.IsSimple(target.ReturnType) ? FlowValue.None : collection;
            case ElementUse.PourOut:
                var to = arguments.Skip(given).Select((_, i) => values[i + given]).FirstOrDefault(static value => !value.Objects.IsEmpty) ?? FlowValue.None;
                Pour(collection, to);
                return FlowValue.None;
            case ElementUse.Take:
                var key = isMap && values.Length > given ? values[given] : FlowValue.None;
                foreach (var (parameter, value) in arguments)
                {
                    if (parameter is { RefKind: RefKind.Out })
                    {
                        HandOut(parameter, value, Under(key, parameter.Type));
                    }
                }

                return target.ReturnType.SpecialType == SpecialType.System_Boolean ? FlowValue.None : Under(key, target.ReturnType);
            case ElementUse.Clear:
                if (Known.IsImmutable(collectionType))
                {
                    return FlowValue.None;
                }

                if (values.Length == given || IsAll(arguments[0].Value, arguments, given))
                {
                    Empty(collection);
                }

                return target.ReturnsVoid ? FlowValue.None : collection;
            case ElementUse.Select:
                // Of several functions the last one makes the elements, and those before it the keys.
                return Yielded(operation, arguments.Skip(given).Where(static argument => argument.Parameter is { Type: var type } && !Known.IsCollection(type)).Select(argument => ResultOf(argument.Value, element)).LastOrDefault() ?? FlowValue.None);
            case ElementUse.Each:
                return FlowValue.None;
            case ElementUse.Index:
                var functions = arguments.Skip(given).Where(static argument => Function(argument.Value) is not IDefaultValueOperation and not ILiteralOperation).Select(argument => ResultOf(argument.Value, element)).ToArray();
                var index = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "result" });
                if (functions.Length == 0 && isMap)
                {
                    Pour(collection, index, true);
                    Unpack(index, true);
                    return index;
                }

                PutWeakly(index, Segment.Keys, functions.FirstOrDefault() ?? FlowValue.None);
                PutWeakly(index, Segment.Elements, functions.Length > 1 ? functions[1] : element);
                return index;
            case ElementUse.Fold:
                var asked = arguments.Skip(given).Where(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate || Function(argument.Value) is IFlowAnonymousFunctionOperation).ToArray();
                var folded = asked.Length == 0 ? element : asked.Aggregate(FlowValue.None, (all, argument) => all.And(ResultOf(argument.Value, element)));
                return Known.IsSimple(operation.Type) ? FlowValue.Of(folded.Taints) : folded;
            case ElementUse.Group:
                // In query form what becomes of the elements is written before the key.
                FlowValue? Yield(string name) => arguments.Where(argument => argument.Parameter?.Name == name).Select(argument => ResultOf(argument.Value, element)).FirstOrDefault();
                var group = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "group" });
                PutWeakly(group, Known.GroupKey, Yield("keySelector") ?? FlowValue.None);
                PutWeakly(group, Segment.Elements, Yield("elementSelector") ?? element);
                return Yielded(operation, group);
            case ElementUse.Flatten:
                var inner = arguments.Skip(given).Select(argument => ResultOf(argument.Value, element)).Aggregate(FlowValue.None, static (all, one) => all.And(one));
                return Yielded(operation, store.Read(inner, Segment.Elements).With(inner.Taints));
            default:
                return null;
        }

        // A simple value that is looked up by a key tells of the key.
        FlowValue Under(FlowValue key, ITypeSymbol type) => Known.IsSimple(type) ? element.With(key.Taints) : element;
    }

    /// <summary>What a property of a collection hands out. Null for one of which nothing is known.</summary>
    private FlowValue? OfCollection(IPropertyReferenceOperation property)
    {
        var type = property.Instance!.Type;
        if (Known.IsCount(property.Property))
        {
            Evaluate(property.Instance);
            return FlowValue.None;
        }

        if (property.Property.IsIndexer)
        {
            return Element(property, property.Instance, property.Arguments.Select(static argument => argument.Value), Known.IsList(type) ? EndOf(property.Instance, property.Arguments[0].Value) : ElementOf(type, property.Arguments));
        }

        switch (property.Property.Name)
        {
            case "Keys" or "Values" when Known.IsDictionary(type):
                var map = Evaluate(property.Instance);
                var part = property.Property.Name is "Keys" ? Segment.Keys : Segment.Elements;
                return Yielded(property, part == Segment.Keys ? KeysIn(map) : SharedElement(property, map, type, ValuesIn(map, true, part)));
            case "Current" when Known.IsCollection(type):
                // The enumerator of a dictionary is the dictionary, seen another way.
                var owner = Evaluate(property.Instance);
                return InHand(property, property.Type is { Name: "KeyValuePair" } && HasKeys(owner) ? Pair(property, owner) : OfType(store.Read(owner, Segment.Elements), property.Type).With(owner.Taints));
            case "Key" when type is { Name: "IGrouping" }:
                var group = Evaluate(property.Instance);
                return InHand(property, store.Read(group, Known.GroupKey));
            case "Writer" or "Reader" when Known.HasEnds(type):
                return Evaluate(property.Instance);
            case "UnorderedItems" when Known.IsPriorityQueue(type):
                var waiting = Evaluate(property.Instance);
                return Yielded(property, Together(property, store.Read(waiting, Segment.Elements), store.Read(waiting, Segment.Keys)));
            case "Span" when type is { Name: "Memory" or "ReadOnlyMemory" }:
                return Evaluate(property.Instance);
            default:
                return null;
        }
    }

    /// <summary>What a loop over the collection meets.</summary>
    private FlowValue ElementsOf(IOperation operation, FlowValue collection, bool isMap)
    {
        return isMap && operation.Type is { Name: "KeyValuePair" } ? Pair(operation, collection) : ValuesIn(collection, isMap, Segment.Elements).With(collection.Taints);
    }

    /// <summary>One entry of a dictionary.</summary>
    private FlowValue Pair(IOperation operation, FlowValue collection) => Pair(operation, KeysIn(collection), ValuesIn(collection, true, Segment.Elements));

    /// <summary>A new sequence of these elements.</summary>
    private FlowValue Yielded(IOperation operation, FlowValue element)
    {
        var made = new MadeObject(operation.Syntax, null) { Part = "result" };
        Write(made, Segment.Elements, element, false);
        return FlowValue.Of(made);
    }

    /// <summary>The elements of one collection are put into another.</summary>
    /// <param name="keepsKeys">Whether both are dictionaries: what lies under a key lies under it there too.</param>
    private void Pour(FlowValue from, FlowValue to, bool keepsKeys = false)
    {
        foreach (var one in from.Objects)
        {
            if (!keepsKeys || one is not MadeObject)
            {
                PutWeakly(to, Segment.Elements, store.Read(one, Segment.Elements));
                continue;
            }

            foreach (var part in store.Heap.PartsOf(one))
            {
                if (Segment.IsElement(part.Key) || part.Key == Segment.Unknown)
                {
                    PutWeakly(to, part.Key, part.Value);
                }
            }
        }

        PutWeakly(to, Segment.Elements, FlowValue.Of(from.Taints));
        PutWeakly(to, Segment.Keys, store.Read(from, Segment.Keys));
    }
}
