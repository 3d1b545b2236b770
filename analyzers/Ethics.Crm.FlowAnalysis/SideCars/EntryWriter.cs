using System.Text;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using static Ethics.Crm.FlowAnalysis.SideCars.SideCarFormat;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>
/// Writes down what one method does, in terms of what it is handed: by number, so that two methods which do the same are written alike. Sets have no order of their own that two builds share, so all of
/// them are sorted here. The ways through the library are left out: a report tells that a value goes through it.
/// </summary>
internal sealed class EntryWriter(SideCarTables tables, MethodSummary summary)
{
    private readonly Dictionary<MadeObject, int> objects = new();
    private readonly List<(string Key, string Text)> parts = [];

    /// <param name="reads">What the method reads for whoever calls it.</param>
    /// <param name="arrivals">What it puts to use for whoever calls it, and has from elsewhere.</param>
    public string Write(IReadOnlyCollection<ReadOrigin> reads, IReadOnlyCollection<HelperArrival> arrivals)
    {
        var made = Made();
        Add(Result, Value(summary.Result));
        Add(Outs, summary.Outs.Where(static one => one.Key is IParameterSymbol).Select(static one => (((IParameterSymbol)one.Key).Ordinal, one.Value)).OrderBy(static one => one.Ordinal).SelectMany(one => new[] { $"{one.Ordinal}", Value(one.Value) ?? "[]" }));
        Add(Thrown, Value(summary.Thrown));
        Add(SideCarFormat.Heap, Written(summary.Heap));
        Add(Passed, Written(summary.Passed));
        Add(References, summary.References.OfType<PartPlace>().Where(place => IsKnown(place.Owner)).Select(place => (Sort: Sort(place.Owner) + place.Segment, place)).OrderBy(static one => one.Sort, StringComparer.Ordinal).SelectMany(one => new[] { Object(one.place.Owner), $"{tables.String(one.place.Segment)}" }));
        Add(Arrivals, Sorted(summary.Arrivals.Select(arrival => (Key(arrival), new Func<string?>(() => Arrival(arrival)))).Concat(Kept())));
        Add(HelperReads, Sorted(reads.Select(read => (Key(read), new Func<string?>(() => $"{tables.Read(read)}")))));
        Add(HelperArrivals, Sorted(arrivals.Select(one => ($"{Key(one.Source)} {one.Target} {one.Arrived} {one.Sink?.Kind}", new Func<string?>(() => $"{{\"r\":{tables.Read(one.Source)},\"t\":{tables.String(one.Target)}{Names("d", one.Arrived)}{Put(one.Sink)}}}")))));
        Add(Objects, made.Select(one => Object(one.Object, one.Site)));
        Flag(reads.Count > 0 || arrivals.Count > 0 || summary.HandsOutLabels);
        return "{" + string.Join(",", parts.Select(static part => $"\"{part.Key}\":{part.Text}")) + "}";
    }

    private void Flag(bool isReading)
    {
        var traits = (summary.IsLazy ? Traits.Lazy : 0) | (summary.KeepsReferences ? Traits.KeepsReferences : 0) | (summary.Shares ? Traits.Shares : 0) | (isReading ? Traits.Reads : 0) | (summary.Opened.Count > 0 ? Traits.Asks : 0);
        if (traits != 0)
        {
            parts.Add((Flags, $"{(int)traits}"));
        }
    }

    private void Add(string name, string? value)
    {
        if (value is not null)
        {
            parts.Add((name, value));
        }
    }

    private void Add(string name, IEnumerable<string> items)
    {
        var all = string.Join(",", items);
        if (all.Length > 0)
        {
            parts.Add((name, $"[{all}]"));
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<(string Key, Func<string?> Text)> items) => items.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => one.Text()).OfType<string>();

    /// <summary>The objects that the method makes and hands out, each with the number of its place.</summary>
    private List<(MadeObject Object, int Site)> Made()
    {
        var all = new HashSet<MadeObject>(AllValues().SelectMany(static value => value.Objects).Concat(summary.Heap.Objects).Concat(summary.Passed.Objects).Concat(summary.References.OfType<PartPlace>().Select(static place => place.Owner)).OfType<MadeObject>());
        var sites = new Dictionary<(SyntaxNode, SyntaxNode?), int>();
        var made = new List<(MadeObject, int)>();
        foreach (var one in all.OrderBy(static one => one.Site, PlaceOrder.Instance).ThenBy(static one => one.Call, PlaceOrder.Instance).ThenBy(static one => one.Part, StringComparer.Ordinal).ThenBy(static one => one.IsMany))
        {
            if (!sites.TryGetValue((one.Site, one.Call), out var site))
            {
                sites.Add((one.Site, one.Call), site = sites.Count);
            }

            objects.Add(one, made.Count);
            made.Add((one, site));
        }

        return made;
    }

    private IEnumerable<FlowValue> AllValues()
        => new[] { summary.Result, summary.Thrown }.Concat(summary.Outs.Values).Concat(summary.Heap.Concat(summary.Passed).Select(static entry => entry.Value));

    private string Object(MadeObject one, int site)
    {
        var known = one.Function is { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } function ? tables.Member(function) : -1;
        var numbers = new List<int> { site, tables.Type(one.Function is not null && known < 0 ? null : one.Type), tables.Type(one.SeenAs ?? (one.Function is not null ? one.Type : null)), one.IsMany || PlaceOrder.IsInLoop(one.Call ?? one.Site) ? 1 : 0, one.Part.Length == 0 ? -1 : tables.String(one.Part), one.Shared is null ? -1 : tables.String(one.Shared), known };
        while (numbers.Count > 1 && numbers[numbers.Count - 1] is -1)
        {
            numbers.RemoveAt(numbers.Count - 1);
        }

        return "[" + string.Join(",", numbers) + "]";
    }

    private IEnumerable<string> Written(State.Heap heap)
        => heap.Where(entry => IsKnown(entry.Key.Object)).Select(entry => (Sort: Sort(entry.Key.Object) + "/" + entry.Key.Segment, entry)).OrderBy(static one => one.Sort, StringComparer.Ordinal)
            .SelectMany(one => new[] { Object(one.entry.Key.Object), $"{tables.String(one.entry.Key.Segment)}", Value(one.entry.Value) ?? "[]" });

    /// <summary>Whether callers know it. Asked while sets are gone through, so it numbers nothing: what is numbered first would change from build to build.</summary>
    private bool IsKnown(HeapObject one) => one is MadeObject || (one is InputObject input && Name(input.Input) is not null);

    /// <summary>Only for one that callers know.</summary>
    private string Object(HeapObject one) => one is InputObject input ? $"{tables.Origin(Name(input.Input)!, input.Path) * Modes + OnlyObject}" : $"{-1 - objects[(MadeObject)one]}";

    private string Sort(HeapObject one) => one is InputObject input ? $"{Name(input.Input)}/{input.Path.Text}" : $"~{objects[(MadeObject)one]:D8}";

    /// <summary>Null for nothing.</summary>
    private string? Value(FlowValue value)
    {
        if (value.IsNone)
        {
            return null;
        }

        var items = new SortedDictionary<string, Func<string>>(StringComparer.Ordinal);
        var handed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var taint in value.Taints)
        {
            switch (taint.Origin)
            {
                case InputOrigin input when Name(input.Input) is { } name && taint.Arrived.Count == 0 && taint.ReadBy is null:
                    var isBoth = value.Objects.Contains(new InputObject(input.Input, input.Path));
                    items[$"{name}/{input.Path.Text}"] = () => $"{tables.Origin(name, input.Path) * Modes + (isBoth ? Both : OnlyLabels)}";
                    handed.Add(isBoth ? $"{name}/{input.Path.Text}" : "");
                    break;
                case InputOrigin input when Name(input.Input) is { } name:
                    items[$"{name}/{input.Path.Text} {taint.Arrived}"] = () => $"[1,{tables.Origin(name, input.Path)},0{Numbers(taint.Arrived)}]";
                    break;
                case ReadOrigin read:
                    var readBy = (taint.ReadBy is null ? 0 : 1) + (taint.ReadIn is null ? 0 : 2);
                    items[$"{Key(read)} {taint.Arrived} {readBy}"] = () => $"[0,{tables.Read(read)},{readBy}{Numbers(taint.Arrived)}]";
                    break;
            }
        }

        foreach (var one in value.Objects)
        {
            if (IsKnown(one) && (one is MadeObject || !handed.Contains(Sort(one))))
            {
                items["~" + Sort(one)] = () => Object(one);
            }
        }

        return items.Count == 0 ? null : "[" + string.Join(",", items.Values.Select(static item => item())) + "]";
    }

    private string Numbers(PurposeNames names) => string.Concat(names.All.Select(name => $",{tables.String(name)}"));

    private string Names(string key, PurposeNames names) => names.Count == 0 ? "" : $",\"{key}\":{tables.Texts(names.All)}";

    private static string Key(ReadOrigin read) => $"!{read.Name} {PlaceOrder.Text(read.Syntax)}";

    private string Key(InputArrival arrival) => $"{Name(arrival.Origin.Input)}/{arrival.Origin.Path.Text} {arrival.Target} {arrival.Names} {arrival.Arrived} {arrival.Sink?.Kind} {arrival.IsForCaller} {arrival.IsLost} {arrival.IsReflected} {arrival.WrittenBy} {arrival.Runner is null} {PlaceOrder.Text(arrival.Syntax)}";

    private string? Arrival(InputArrival arrival)
    {
        if (Name(arrival.Origin.Input) is not { } name)
        {
            return null;
        }

        var kind = (arrival.IsLost ? 1 : 0) + (arrival.IsReflected ? 2 : 0) + (arrival.IsForCaller ? 4 : 0) + (arrival.Runner is not null ? 8 : 0) + (arrival.WrittenFor is not null ? 16 : 0);
        var text = new StringBuilder($"{{\"i\":{tables.Origin(name, arrival.Origin.Path)}");
        var target = arrival.Keeper is { } keeper ? $"'{SymbolNames.Display(keeper)}', which others find" : arrival.Target;
        text.Append(target.Length == 0 ? "" : $",\"t\":{tables.String(target)}").Append(kind == 0 ? "" : $",\"k\":{kind}");
        text.Append(arrival.Purposes.IsDefaultOrEmpty ? "" : $",\"p\":{tables.Texts(arrival.Purposes)}").Append(Names("d", arrival.Arrived));
        text.Append(arrival.WrittenBy is { } writer ? $",\"w\":{(int)writer}" : "").Append(arrival.WrittenFor is { } code ? $",\"b\":{tables.Texts(code.Names)}" : "");
        text.Append(tables.Type(arrival.CalledAs) is >= 0 and var type ? $",\"c\":{type}" : arrival.CalledAs is ITypeParameterSymbol parameter ? $",\"g\":{(parameter.DeclaringMethod is null ? -1 - parameter.Ordinal : parameter.Ordinal)}" : "");
        return text.Append(Put(arrival.Sink)).Append('}').ToString();
    }

    /// <summary>What is handed in and goes into a static member that the library follows for labels of its own: its users are told, as of any other.</summary>
    private IEnumerable<(string Key, Func<string?> Text)> Kept()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keeper in summary.Heap.Objects.OfType<InputObject>().Where(static one => one.IsWaiting).Distinct())
        {
            var reached = summary.Heap.ReachedFrom(new HeapObject[] { keeper });
            foreach (var entry in summary.Heap.Where(entry => entry.Key.Object.Equals(keeper) || reached.Contains(entry.Key.Object)))
            {
                var member = keeper.Path.Segments.FirstOrDefault() ?? entry.Key.Segment;
                var target = $"'{member.Substring(member.LastIndexOf('.', Math.Max(0, member.LastIndexOf('.') - 1)) + 1)}', which others find";
                foreach (var input in entry.Value.Taints.Select(static taint => taint.Origin).OfType<InputOrigin>())
                {
                    if (Name(input.Input) is { } name && $"{name}/{input.Path.Text} {target}" is var key && told.Add(key))
                    {
                        yield return (key, () => $"{{\"i\":{tables.Origin(name, input.Path)},\"t\":{tables.String(target)},\"k\":1}}");
                    }
                }
            }
        }
    }

    private string Put(Sink? sink)
        => sink is null ? "" : $",\"s\":[{(int)sink.Kind},{tables.String(sink.Name)},{(sink.IsWhole ? 1 : 0) + (sink.IsListed ? 2 : 0)},{tables.String(sink.Key)},{tables.Member(sink.Member)},{tables.Labels(sink.Labels)}]";

    /// <summary>What a caller knows an input by: the number of a parameter, less than zero for what the method is called on. Null for what no caller knows, as what lies in static members.</summary>
    private string? Name(ISymbol input) => input switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) }, Ordinal: var ordinal } => $"{ordinal}",
        IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) } => "-1",
        _ => null,
    };
}
