using System.Collections.Immutable;
using System.Text.Json;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using static Ethics.Crm.FlowAnalysis.SideCars.SideCarFormat;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>Reads what is written of one method, in the symbols of the compilation that asks.</summary>
/// <param name="method">The definition of what is called: its own parameters stand in it, also for what overrides or implements it.</param>
internal sealed class EntryReader(SideCarSymbols symbols, IMethodSymbol method, JsonElement entry, string name)
{
    private MadeObject[] objects = [];

    public MethodSummary Read()
    {
        Traits = (Traits)(entry.TryGetProperty(Flags, out var traits) ? traits.GetInt32() : 0);
        var made = Items(Objects).ToArray();
        var sites = SideCarPlaces.Make(name, made.Length == 0 ? 0 : made.Max(static one => one[0].GetInt32()) + 1);
        objects = made.Select(one => Object(one, sites)).ToArray();
        var outs = MethodSummary.Nothing.Outs;
        var handed = Items(SideCarFormat.Outs).ToArray();
        for (var i = 0; i + 1 < handed.Length; i += 2)
        {
            outs = outs.Add(method.Parameters[handed[i].GetInt32()], Value(handed[i + 1]));
        }

        return new MethodSummary(Value(Result), outs, Heap(SideCarFormat.Heap), FlatSet<InputArrival>.Of(Items(SideCarFormat.Arrivals).Select(Arrival)))
        {
            Thrown = Value(Thrown),
            IsLazy = (Traits & Traits.Lazy) != 0,
            KeepsReferences = (Traits & Traits.KeepsReferences) != 0,
            Shares = (Traits & Traits.Shares) != 0,
            Passed = Heap(Passed),
            References = FlatSet<Place>.Of(Pairs(SideCarFormat.References).Select(pair => (Place)new PartPlace(ObjectOf(pair.First.GetInt32()), symbols.Strings[pair.Second.GetInt32()]))),
            IsFromElsewhere = true,
        };
    }

    /// <summary>Known after <see cref="Read"/>.</summary>
    public Traits Traits { get; private set; }

    public IEnumerable<HelperRead> Reads => Items(SideCarFormat.HelperReads).Select(read => new HelperRead(method, symbols.Read(read.GetInt32(), method)));

    public IEnumerable<HelperArrival> HelperArrivals => Items(SideCarFormat.HelperArrivals).Select(one =>
    {
        var read = symbols.Read(one.GetProperty("r").GetInt32(), method);
        return new HelperArrival(method, read, read.Syntax, symbols.Strings[one.GetProperty("t").GetInt32()], Names(one, "d")) { Sink = SinkOf(one), Trail = symbols.TrailOf(read) };
    });

    private IEnumerable<JsonElement> Items(string part) => entry.TryGetProperty(part, out var items) ? items.EnumerateArray() : [];

    private IEnumerable<(JsonElement First, JsonElement Second)> Pairs(string part)
    {
        var all = Items(part).ToArray();
        for (var i = 0; i + 1 < all.Length; i += 2)
        {
            yield return (all[i], all[i + 1]);
        }
    }

    private MadeObject Object(JsonElement written, SyntaxNode[] sites)
    {
        var numbers = written.EnumerateArray().Select(static one => one.GetInt32()).ToArray();
        return new MadeObject(sites[At(0)], null)
        {
            Type = symbols.Type(At(1)),
            SeenAs = symbols.Type(At(2)),
            IsMany = At(3) == 1,
            Part = At(4) < 0 ? "" : symbols.Strings[At(4)],
            Shared = At(5) < 0 ? null : symbols.Strings[At(5)],
            Function = At(6) < 0 ? null : symbols.Member(symbols.Strings[At(6)]) as IMethodSymbol,
        };

        int At(int place) => place < numbers.Length ? numbers[place] : -1;
    }

    private HeapObject ObjectOf(int number)
    {
        if (number < 0)
        {
            return objects[-1 - number];
        }

        var (input, path) = symbols.Origin(number / Modes, method);
        return new InputObject(input, path);
    }

    private Heap Heap(string part)
    {
        var heap = State.Heap.Empty;
        var all = Items(part).ToArray();
        for (var i = 0; i + 2 < all.Length; i += 3)
        {
            heap = heap.With(ObjectOf(all[i].GetInt32()), symbols.Strings[all[i + 1].GetInt32()], Value(all[i + 2]));
        }

        return heap;
    }

    private FlowValue Value(string part) => entry.TryGetProperty(part, out var items) ? Value(items) : FlowValue.None;

    private FlowValue Value(JsonElement items)
    {
        var taints = new List<Taint>();
        var held = new List<HeapObject>();
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Array)
            {
                taints.Add(Label(item.EnumerateArray().Select(static one => one.GetInt32()).ToArray()));
                continue;
            }

            var number = item.GetInt32();
            if (number < 0 || number % Modes != OnlyLabels)
            {
                held.Add(ObjectOf(number));
            }

            if (number >= 0 && number % Modes != OnlyObject)
            {
                var (input, path) = symbols.Origin(number / Modes, method);
                taints.Add(new Taint(new InputOrigin(input, path), PurposeNames.None));
            }
        }

        return new FlowValue(FlatSet<Taint>.Of(taints), FlatSet<HeapObject>.Of(held));
    }

    /// <summary>What was read for whoever calls the code that reads it, is read for whoever calls the method.</summary>
    private Taint Label(int[] numbers)
    {
        var arrived = PurposeNames.Of(numbers.Skip(3).Select(number => symbols.Strings[number]).ToImmutableArray());
        if (numbers[0] == 1)
        {
            var (input, path) = symbols.Origin(numbers[1], method);
            return new Taint(new InputOrigin(input, path), arrived);
        }

        var read = symbols.Read(numbers[1], method);
        return new Taint(read, arrived) { Trail = symbols.TrailOf(read), ReadBy = (numbers[2] & 1) != 0 ? method : null };
    }

    private InputArrival Arrival(JsonElement written)
    {
        var (input, path) = symbols.Origin(written.GetProperty("i").GetInt32(), method);
        var kind = written.TryGetProperty("k", out var known) ? known.GetInt32() : 0;
        var purposes = written.TryGetProperty("p", out _) ? Names(written, "p").All.ToImmutableArray() : ImmutableArray<string>.Empty;
        var sink = SinkOf(written);
        return new InputArrival(
            new InputOrigin(input, path),
            symbols.Place(method),
            written.TryGetProperty("t", out var target) ? symbols.Strings[target.GetInt32()] : "",
            sink is { Kind: not SinkKind.Decision } ? sink.Name : sink is null ? string.Join(", ", purposes) : "",
            Names(written, "d"))
        {
            Purposes = purposes,
            Sink = sink,
            IsLost = (kind & 1) != 0,
            IsReflected = (kind & 2) != 0,
            IsForCaller = (kind & 4) != 0,
            Runner = (kind & 8) != 0 ? method : null,
            WrittenBy = written.TryGetProperty("w", out var writer) ? (SerializerKind)writer.GetInt32() : null,
            WrittenFor = (kind & 16) != 0 ? new CodePurposes(PurposeOrigin.Declared, Names(written, "b").All.ToImmutableArray()) : null,
            CalledAs = written.TryGetProperty("c", out var type) ? symbols.Type(type.GetInt32()) : written.TryGetProperty("g", out var parameter) ? TypeParameter(parameter.GetInt32()) : null,
        };
    }

    private ITypeSymbol? TypeParameter(int number)
        => number >= 0 ? method.TypeParameters.ElementAtOrDefault(number) : method.ContainingType.TypeParameters.ElementAtOrDefault(-1 - number);

    private PurposeNames Names(JsonElement written, string part)
        => written.TryGetProperty(part, out var names) ? PurposeNames.Of(names.EnumerateArray().Select(one => symbols.Strings[one.GetInt32()]).ToImmutableArray()) : PurposeNames.None;

    private Sink? SinkOf(JsonElement written) => written.TryGetProperty("s", out var sink) ? symbols.Sink(sink, method) : null;
}
