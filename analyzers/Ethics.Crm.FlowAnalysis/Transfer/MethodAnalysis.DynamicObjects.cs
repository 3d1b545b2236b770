using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Dynamic code that names no member: elements, functions, and objects that answer for themselves what their members are.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The method by which an object of the program says what dynamic code gets (<c>TryGetMember</c>). Null for any other object.</summary>
    private IMethodSymbol? Answering(HeapObject one, string name)
    {
        for (var type = KnownTypeOf(one); type is not null && type.Name != "DynamicObject"; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride) is { } found && solver.HasBody(found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What it answers is what its last parameter holds in the end.</summary>
    private FlowValue Answer(IOperation operation, IMethodSymbol asked, HeapObject one, FlowValue[] given)
    {
        var owner = FlowValue.Of(one);
        ApplyAll(operation, asked, [asked], owner, given, [], []);
        var summary = solver.SummaryOf(asked, method);
        return asked.Parameters is [.., { RefKind: RefKind.Out } result] && summary.Outs.TryGetValue(result, out var answered)
            ? new Substitution(asked, summary, owner, given, store, operation.Syntax, asked.Name, taint => TakeOver(taint, asked, operation.Syntax)).Put(answered)
            : FlowValue.None;
    }

    /// <summary>A method that no type has: an object may answer for it, and else nobody knows what runs.</summary>
    private FlowValue AnsweredOrDynamic(IDynamicInvocationOperation call, IDynamicMemberReferenceOperation named)
    {
        var owner = named.Instance is { } instance ? Evaluate(instance) : FlowValue.None;
        if (owner.Objects.IsEmpty || owner.Objects.Any(one => Answering(one, "TryInvokeMember") is null))
        {
            return Dynamic(call);
        }

        var given = new MadeObject(call.Syntax, null) { Part = "arguments" };
        foreach (var argument in call.Arguments)
        {
            Write(given, Segment.Elements, Evaluate(argument), false);
        }

        return owner.Objects.Aggregate(FlowValue.None, (all, one) => all.And(Answer(call, Answering(one, "TryInvokeMember")!, one, [FlowValue.None, FlowValue.Of(given), FlowValue.None])));
    }

    /// <summary>An element that dynamic code asks for: of a collection that is seen what lies there, and what an indexer of the program yields.</summary>
    private FlowValue DynamicElement(IDynamicIndexerAccessOperation element)
    {
        var owner = Evaluate(element.Operation);
        var value = FlowValue.Of(owner.Taints);
        foreach (var one in owner.Objects)
        {
            if (KnownTypeOf(one) is not { } type)
            {
                return Dynamic(element);
            }

            if (Known.IsCollection(type) && !IsOurs(type))
            {
                value = value.And(ValuesIn(FlowValue.Of(one), Known.IsDictionary(type), Known.IsDictionary(type) && element.Arguments is [var key] ? ElementUnder(key) : Segment.Elements));
                continue;
            }

            var indexers = Indexers(type).Where(indexer => indexer.Parameters.Length == element.Arguments.Length && solver.HasBody(indexer.GetMethod!)).ToArray();
            if (indexers.Length == 0)
            {
                return Answering(one, "TryGetIndex") is { } asked ? InHand(element, Answer(element, asked, one, [FlowValue.None, FlowValue.None, FlowValue.None])) : Dynamic(element);
            }

            var given = element.Arguments.Select(Evaluate).ToArray();
            foreach (var indexer in indexers)
            {
                value = value.And(purposes.Labels.Of(indexer, cancellationToken).IsEmpty ? ApplyAll(element, indexer.GetMethod!, [indexer.GetMethod!], FlowValue.Of(one), given, [], []) : ReadLate(element, indexer));
            }
        }

        return owner.Objects.IsEmpty ? Dynamic(element) : InHand(element, value);
    }

    private static IEnumerable<IPropertySymbol> Indexers(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var indexer in current.GetMembers("this[]").OfType<IPropertySymbol>())
            {
                if (indexer.GetMethod is not null)
                {
                    yield return indexer;
                }
            }
        }
    }

    /// <summary>Nobody knows what runs; a lambda is no value that goes into it.</summary>
    private FlowValue Dynamic(IOperation operation)
    {
        var all = FlowValue.None;
        foreach (var part in operation.ChildOperations)
        {
            var value = Evaluate(part);
            all = all.And(value);
            if (operation is IDynamicInvocationOperation call && call.Operation == part && !value.Objects.IsEmpty && value.Objects.All(IsFunction))
            {
                all = all.And(RunWith(operation, value, [.. call.Arguments.Select(Evaluate)], [.. call.Arguments.Select(static argument => new GivenArgument(null, argument))]));
            }
            else if (part is not IDelegateCreationOperation and not IFlowAnonymousFunctionOperation)
            {
                Lose(operation.Syntax, store.Deep(value), "dynamic code");
            }
        }

        return all;
    }
}
