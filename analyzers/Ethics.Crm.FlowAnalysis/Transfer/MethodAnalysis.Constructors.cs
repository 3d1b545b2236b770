using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Constructors: what they are given, what they set by initializers, what a base of theirs does.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>A primary constructor keeps each parameter for the members of the type, and a record in the property of its name.</summary>
    private Store BeforeInitializers(IMethodSymbol of, Store entry)
    {
        if (!Initializers.IsPrimary(of))
        {
            return entry;
        }

        store = entry;
        var self = store.Of(of);
        foreach (var parameter in of.Parameters)
        {
            var value = store.Of(parameter);
            Put(self, Segment.Of(parameter), value);
            if (of.ContainingType.IsRecord && of.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(static property => IsAutomatic(property)) is { } property)
            {
                Put(self, Segment.Of(property), !IsSeenOtherwise(property) && purposes.Borders.Of(property, null, cancellationToken) is { Kind: SinkKind.Border } ? FlowValue.None : value);
            }
        }

        return store;
    }

    /// <summary>The parameter of a primary constructor in another member of the type: a field in all but name. Null for one of this method's own.</summary>
    private FlowValue? Kept(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !SymbolEqualityComparer.Default.Equals(constructor, method)
            ? store.Read(This(), Segment.Of(parameter))
            : null;

    /// <summary>What an extension block extends is to its members what <c>this</c> is to others.</summary>
    private ISymbol VariableOf(IParameterSymbol parameter) => parameter.ContainingSymbol is INamedTypeSymbol ? method : parameter;

    private FlowValue This() => graph.Of.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? FlowValue.Of(new InputObject(method, AccessPath.Root)) : store.Of(method);

    private FlowValue Creation(IObjectCreationOperation creation)
    {
        var made = FlowValue.Of(new MadeObject(creation.Syntax, null) { Type = creation.Type, IsOrdinal = Comparers.AreOrdinal(creation) });
        if (creation.Constructor is not { } constructor)
        {
            return made.With(Parts(creation).Taints);
        }

        var values = creation.Arguments.Select(argument => Evaluate(argument.Value)).ToArray();
        var outlet = new Outlet(constructor, null, FlowValue.None, []);
        for (var i = 0; i < values.Length; i++)
        {
            Ask(values[i]);
            Disclose(outlet, creation.Arguments[i].Value, creation.Arguments[i].Parameter, values[i], i);
            HandIn(constructor, creation.Arguments[i].Parameter, creation.Type, creation.Arguments[i].Value, values[i]);
        }

        if (solver.HasBody(constructor))
        {
            var byParameter = constructor.Parameters.Select(_ => FlowValue.None).ToArray();
            for (var i = 0; i < values.Length; i++)
            {
                byParameter[creation.Arguments[i].Parameter!.Ordinal] = values[i];
            }

            Apply(creation, constructor, made, byParameter, creation.Arguments.Select(argument => new GivenArgument(argument.Parameter, argument.Value)).ToArray());
            return made;
        }

        if (!IsFromElsewhere(constructor))
        {
            return made;
        }

        if (Known.IsCollection(creation.Type) && values.Length > 0 && Known.IsCollection(creation.Arguments[0].Value.Type))
        {
            Pour(values[0], made);
            Unpack(made, Known.IsDictionary(creation.Type));
            return made;
        }

        if (Known.IsPair(creation.Type) && values.Length == 2)
        {
            return Pair(creation, Argument("key"), Argument("value"));
        }

        if (Known.IsTuple(creation.Type) && values.Length > 0)
        {
            return Items(creation, values, creation.Arguments.Select(static argument => new GivenArgument(argument.Parameter, argument.Value)).ToArray());
        }

        var all = values.Aggregate(FlowValue.None, (sum, value) => sum.And(store.Deep(value)));
        for (var i = 0; i < values.Length; i++)
        {
            Hand(creation.Arguments[i].Value, creation.Arguments[i].Parameter, values[i], all);
        }

        PutWeakly(made, Segment.Unknown, all.And(KeptFunctions(creation, values)));
        if (ThreadValues.IsLocal(creation.Type))
        {
            PutWeakly(made, ThreadValues.Begun, all);
        }

        return Known.IsCollection(creation.Type) || Known.IsHolder(creation.Type) ? made : made.With(all.Taints);

        FlowValue Argument(string name) => values[creation.Arguments[0].Parameter?.Name == name ? 0 : 1];
    }
}
