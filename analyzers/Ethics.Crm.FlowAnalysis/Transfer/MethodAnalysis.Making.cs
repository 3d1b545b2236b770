using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Objects that expressions make: collections, tuples, anonymous objects, arrays and copies.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>An expression of collection, as far as the compiler that this is built against knows it: it holds its parts, and what lies in those that are poured out.</summary>
    private FlowValue Collection(IOperation operation)
    {
        var made = new MadeObject(operation.Syntax, null) { Type = operation.Type, IsOrdinal = Comparers.IsDictionary(operation.Type) };
        if (operation.Type is IArrayTypeSymbol && operation.Syntax is CollectionExpressionSyntax { Elements: var elements } && elements.All(static element => element is ExpressionElementSyntax))
        {
            var place = 0;
            foreach (var part in operation.ChildOperations)
            {
                var value = Copied(part, Evaluate(part));
                Write(made, Segment.At(place++), value, graph.IsOnce(operation));
            }

            return FlowValue.Of(made);
        }

        if (Known.IsList(operation.Type) && operation.Syntax is CollectionExpressionSyntax { Elements: { Count: > 0 } listed } && listed.All(static element => element is ExpressionElementSyntax) && operation.ChildOperations.Count == listed.Count)
        {
            Fill(made, operation.ChildOperations.Select(part => Copied(part, Evaluate(part))).ToArray());
            return FlowValue.Of(made);
        }

        // Where a collection of the program keeps what it is made of, it says itself in code whose call the compiler does not show.
        var isOwn = IsOurs(operation.Type);
        foreach (var part in operation.ChildOperations)
        {
            var value = Evaluate(part);
            if (part.Type is null || Known.IsCollection(part.Type) || part.ChildOperations.Any(inner => Known.IsCollection(inner.Type)))
            {
                value = value.And(store.Read(value, Segment.Elements));
            }

            Write(made, Segment.Elements, value, false);
            if (isOwn)
            {
                Write(made, Segment.Unknown, value, false);
            }
        }

        return FlowValue.Of(made);
    }

    /// <summary>A class of which more derive is copied as what nobody knows: each of their members is a part of the copy.</summary>
    private const int MostDerived = 16;

    private FlowValue Tuple(ITupleOperation tuple)
    {
        var made = new MadeObject(tuple.Syntax, null);
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var element = Copied(tuple.Elements[i], Evaluate(tuple.Elements[i]));
            Write(made, Segment.Item(i + 1), element, graph.IsOnce(tuple));
        }

        return FlowValue.Of(made);
    }

    /// <summary>The same, made by a method or a constructor.</summary>
    private FlowValue Items(IOperation site, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        var made = new MadeObject(site.Syntax, null);
        for (var i = 0; i < values.Length; i++)
        {
            Write(made, Segment.Item((arguments[i].Parameter?.Ordinal ?? i) + 1), Copied(arguments[i].Value, values[i]), graph.IsOnce(site));
        }

        return FlowValue.Of(made);
    }

    /// <summary>Pairs and tuples by their own methods.</summary>
    private FlowValue? Composed(IOperation operation, IMethodSymbol target, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (target is not { IsStatic: true, Name: "Create" } || values.Length != target.Parameters.Length)
        {
            return null;
        }

        if (values.Length == 2 && Known.IsPair(target.ReturnType))
        {
            var isKeyFirst = arguments[0].Parameter?.Name == "key";
            return Pair(operation, values[isKeyFirst ? 0 : 1], values[isKeyFirst ? 1 : 0]);
        }

        return Known.IsTuple(target.ReturnType) ? Items(operation, values, arguments) : null;
    }

    private FlowValue Initialised(IOperation creation, IEnumerable<IOperation> initializers)
    {
        var made = new MadeObject(creation.Syntax, null);
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
            {
                var part = Evaluate(assignment.Value);
                Write(made, Segment.Of(property.Property), part, graph.IsOnce(creation));
            }
        }

        return FlowValue.Of(made);
    }

    private FlowValue With(IWithOperation with)
    {
        var copy = Copy(with, Evaluate(with.Operand), with.Operand.Type);
        foreach (var change in with.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            var value = Cross(change.Target, Evaluate(change.Value));
            if (change.Target is IPropertyReferenceOperation { Property.SetMethod: { } setter } property && Runs(setter, property))
            {
                Set(property, setter, copy, value);
            }
            else if (change.Target is IMemberReferenceOperation member)
            {
                Put(copy, Segment.Of(member.Member), value);
            }
        }

        return copy;
    }

    /// <summary>Another record with the same parts, those of derived records too: as the compiler copies them, or as the record says itself.</summary>
    private FlowValue Cloned(IOperation call, IMethodSymbol clone, FlowValue from, ITypeSymbol? type)
    {
        var types = solver.Targets.AllOf(clone).Select(static one => one.ContainingType).ToArray();
        var own = types.Length == 1 && type is INamedTypeSymbol record
            ? record.OriginalDefinition.InstanceConstructors.FirstOrDefault(constructor => constructor is { IsImplicitlyDeclared: false, Parameters: [{ Type: var copied }] } && SymbolEqualityComparer.Default.Equals(copied, record.OriginalDefinition) && solver.HasBody(constructor))
            : null;
        if (own is null)
        {
            return Copy(call, from, [type, .. types]);
        }

        var made = FlowValue.Of(new MadeObject(call.Syntax, null) { Part = "copy", Type = type });
        Apply(call, own, made, [from], []);
        return made.With(from.Taints);
    }

    /// <summary>Another object with the same parts, those of derived classes too. Null where there are too many of those.</summary>
    private FlowValue? CopyOfThis(IInvocationOperation call)
        => call.Instance is { } original && method.ContainingType is { } type && solver.Targets.Beneath(type.OriginalDefinition) is { Count: <= MostDerived } derived
            ? Copy(call, Evaluate(original), [type, .. derived])
            : null;

    /// <summary>A struct puts another one in its own place, <c>this = other</c>: each of its parts is replaced.</summary>
    private void Become(ITypeSymbol type, FlowValue other)
    {
        foreach (var member in Known.PartsOf(type))
        {
            Put(This(), Segment.Of(member), store.Read(other, Segment.Of(member)).With(other.Taints));
        }
    }

    /// <summary>Another object with the same parts.</summary>
    private FlowValue Copy(IOperation site, FlowValue from, ITypeSymbol? type) => Copy(site, from, [type]);

    /// <param name="types">The types of which it may be.</param>
    private FlowValue Copy(IOperation site, FlowValue from, IReadOnlyList<ITypeSymbol?> types)
    {
        var type = types[0];
        var made = new MadeObject(site.Syntax, null) { Part = "copy", Type = type is { IsValueType: true } ? type : null };
        foreach (var one in from.Objects)
        {
            foreach (var member in one is InputObject ? types.SelectMany(Known.PartsOf).Distinct(SymbolEqualityComparer.Default) : [])
            {
                Write(made, Segment.Of(member), store.Read(one, Segment.Of(member)), false);
            }

            foreach (var part in store.Heap.PartsOf(one))
            {
                Write(made, part.Key, part.Value, false);
            }
        }

        return FlowValue.Of(made).With(from.Taints);
    }

    private FlowValue Array(IArrayCreationOperation array)
    {
        var made = new MadeObject(array.Syntax, null) { Type = array.Type };
        foreach (var size in array.DimensionSizes)
        {
            Evaluate(size);
        }

        var isFlat = array.DimensionSizes.Length == 1;
        Fill(array.Initializer);
        return FlowValue.Of(made);

        void Fill(IArrayInitializerOperation? initializer)
        {
            var place = 0;
            foreach (var element in initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty)
            {
                if (element is IArrayInitializerOperation inner)
                {
                    Fill(inner);
                }
                else
                {
                    var value = Copied(element, Evaluate(element));
                    Write(made, isFlat ? Segment.At(place) : Segment.Elements, value, isFlat && graph.IsOnce(array));
                }

                place++;
            }
        }
    }

    /// <summary>A part of an array is another one, in which the elements have other places.</summary>
    private FlowValue Sliced(IOperation operation, FlowValue from)
    {
        if (from.Objects.IsEmpty)
        {
            return from;
        }

        var slice = new MadeObject(operation.Syntax, null) { Part = "slice" };
        Write(slice, Segment.Elements, store.Read(from, Segment.Elements), false);
        return FlowValue.Of(slice).With(from.Taints);
    }
}
