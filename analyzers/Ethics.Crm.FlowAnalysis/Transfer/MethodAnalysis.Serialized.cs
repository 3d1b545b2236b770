using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Objects that a serialiser writes out: it reads each member that it does not leave out, and what it writes tells all of them.</summary>
internal sealed partial class MethodAnalysis
{
    /// <param name="values">The one of the object gets the labels of its members.</param>
    private void Serialize(IMethodSymbol target, IReadOnlyList<GivenArgument> arguments, FlowValue[] values)
    {
        if (arguments.Count == 0 || !IsFromElsewhere(target) || Serializers.Of(target) is not { } serializer)
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Serializers.Takes(serializer, arguments[i].Parameter))
            {
                var given = arguments[i].Value;
                var writing = new Writing(SymbolNames.Display(target), serializer.Kind, PurposesAt(given.Syntax), given, null);
                values[i] = values[i].With(Written(writing, Through(given).Type, values[i]));
            }
        }
    }

    /// <summary>A method that is called here has something written of which it does not know the type.</summary>
    private void ComeWritten(Substitution call, InputArrival arrival, SerializerKind kind, IOperation operation, IReadOnlyList<GivenArgument> arguments)
    {
        var origin = arrival.Origin;
        var given = origin.Input is IParameterSymbol { Ordinal: var ordinal } ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value : null;
        var type = arrival.CalledAs is ITypeParameterSymbol asked ? call.TypeFor(asked) ?? asked : given is not null && origin.Path.Text.Length == 0 ? Through(given).Type : null;
        var value = new FlowValue(FlatSet<Taint>.Empty, call.Objects(new InputObject(origin.Input, origin.Path)));
        var writing = new Writing(arrival.Target, kind, arrival.WrittenFor ?? PurposesAt(operation.Syntax), given ?? operation, Trail.Then(null, operation.Syntax, $"is handed to '{call.Name}'"));
        var text = FlowValue.Of(Written(writing, type, value));
        if (!text.IsNone && origin.Path.Then(Segment.WrittenBy(kind)) is { } path)
        {
            call.Written[new InputOrigin(origin.Input, path)] = text;
        }
    }

    /// <summary>Objects that are made of a text again have their labels where their members are read: the others of their members do not hold them.</summary>
    private void Deserialize(IOperation operation, IMethodSymbol target, ref FlowValue owner, FlowValue[] values)
    {
        if ((values.Length == 0 && owner.IsNone) || !IsFromElsewhere(target) || Serializers.Reads(target) is not { } kind)
        {
            return;
        }

        if (Known.Awaited(operation.Type) is ITypeParameterSymbol same)
        {
            // What comes in as one and goes out as one is a copy.
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = new FlowValue(values[i].Taints.Where(taint => taint.Origin is not InputOrigin { Input: IParameterSymbol { Type: var type } } origin || origin.Path.Text != Segment.WrittenBy(kind) || !SymbolEqualityComparer.Default.Equals(type, same)), values[i].Objects);
            }

            return;
        }

        if (purposes.Serialized.MembersOf(Known.Awaited(operation.Type), kind, cancellationToken) is not { IsEmpty: false } members)
        {
            return;
        }

        owner = WithoutOwn(owner, members);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = WithoutOwn(values[i], members);
        }
    }

    /// <summary>What a text, or what holds one, tells beside these members.</summary>
    private FlowValue WithoutOwn(FlowValue text, ImmutableArray<ISymbol> members)
        => FlowValue.Of(text.Taints.Concat(store.Deep(text).Taints.Where(static taint => taint.Origin is ReadOrigin)).Where(taint => taint.Origin is not ReadOrigin { Read.Read.Member: var member } || !members.Contains(member, SymbolEqualityComparer.Default)));

    private List<Taint> Written(Writing writing, ITypeSymbol? type, FlowValue value)
    {
        var written = new List<Taint>();
        var isTold = false;
        var code = writing.Code;
        var reach = new Reach();
        Look(reach, writing, type, value, 0);
        foreach (var member in reach.Types.SelectMany(one => purposes.Serialized.MembersOf(one, writing.Kind, cancellationToken)).Distinct(SymbolEqualityComparer.Default))
        {
            var read = new LabelledRead(new MemberRead(member, writing.Given, writing.Given.Syntax), purposes.Labels.Of(member, cancellationToken));
            var taint = Source(read, code);
            if (code.IsUndeclared)
            {
                solver.Reads(method);
            }

            taint = writing.Way is { } way ? taint.By(Trail.Joined(taint.Trail, way)) : taint;
            written.Add(taint);

            // The first member that may not be written stands for all of them.
            if (!isTold && code is { IsUndeclared: false, IsUnknown: false, IsNever: false } && Keys(code.Names).Any(name => !IsPermitted(read, name)))
            {
                isTold = true;
                solver.Found(method, new FlowFinding((ReadOrigin)taint.Origin, writing.Given.Syntax, writing.Writer, Sink.Serializer.Name) { Sink = Sink.Serializer, Purposes = code.Names, Trail = taint.Trail });
            }
        }

        foreach (var (input, asked) in reach.Inputs)
        {
            var origin = new InputOrigin(input.Input, input.Path);
            graph.Arrive(new InputArrival(origin, writing.Given.Syntax, writing.Writer, "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, WrittenBy = writing.Kind, WrittenFor = code.IsUndeclared ? null : code, CalledAs = asked });
            if (input.Path.Then(Segment.WrittenBy(writing.Kind)) is { } path)
            {
                written.Add(new Taint(new InputOrigin(input.Input, path), PurposeNames.None));
            }
        }

        return written;
    }

    /// <summary>Looks for the types of what is written: that of the value, and of what lies where its type leaves that open.</summary>
    private void Look(Reach reach, Writing writing, ITypeSymbol? type, FlowValue value, int depth)
    {
        const int Deepest = 3;
        var kind = writing.Kind;
        if (type is not null)
        {
            reach.Types.Add(type);
        }

        var isOpen = type is null || OpenTypes.IsOpen(type, kind);
        foreach (var one in value.Objects)
        {
            // Of a class that is not open, System.Text.Json writes what that has; the others look at the object.
            var own = isOpen || kind != SerializerKind.SystemTextJson ? KnownTypeOf(one) ?? ElementTypeOf(one, kind) : null;
            if (own is not null)
            {
                reach.Types.Add(own);
            }
            else if (isOpen && one is InputObject { IsWaiting: false } input)
            {
                reach.Inputs.Add((input, type as ITypeParameterSymbol));
            }

            if (depth < Deepest && (own ?? type) is { } known)
            {
                foreach (var (member, held) in OpenTypes.PartsOf(known, kind))
                {
                    Look(reach, writing, held, member is null ? ValuesIn(FlowValue.Of(one), Known.IsDictionary(known), Segment.Elements) : ReadPart(writing.Given, member, FlowValue.Of(one)), depth + 1);
                }
            }
        }
    }

    /// <summary>The type of the elements of a collection that is handed in. Null for anything else, and where it leaves that open.</summary>
    private static ITypeSymbol? ElementTypeOf(HeapObject one, SerializerKind kind)
        => one is InputObject { Path.Text: Segment.Elements, Input: IParameterSymbol { Type: var type } } && OpenTypes.ElementOf(type) is { } element && !OpenTypes.IsOpen(element, kind) ? element : null;

    /// <summary>What is written, of whatever is known of its types here.</summary>
    private sealed class Reach
    {
        public HashSet<ITypeSymbol> Types { get; } = new(SymbolEqualityComparer.Default);

        public List<(InputObject Object, ITypeParameterSymbol? Type)> Inputs { get; } = [];
    }

    /// <summary>Something is written out.</summary>
    /// <param name="Writer">The method of the serialiser, as a message names it.</param>
    /// <param name="Code">What the code works for that has it written.</param>
    /// <param name="Given">What stands for the object here.</param>
    /// <param name="Way">How it comes to the serialiser. Null where it is handed over right here.</param>
    private sealed record Writing(string Writer, SerializerKind Kind, CodePurposes Code, IOperation Given, Trail? Way);
}
