using System.Text;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Solver;
using Microsoft.CodeAnalysis;
using static Ethics.Crm.FlowAnalysis.SideCars.SideCarFormat;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>
/// The side-car of a library: what those of its members do to labels that other assemblies can call, by name or through what they override and implement. What is not written is as code that nobody knows:
/// what goes in may come out.
/// </summary>
internal sealed class SideCarWriter(PurposeContext purposes, FlowSolver solver)
{
    private readonly SideCarTables tables = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> entries = [];
    private readonly Dictionary<IMethodSymbol, int> written = new(SymbolEqualityComparer.Default);

    public string Write()
    {
        var visible = new VisibleMembers(purposes.Compilation);
        var own = visible.Methods.Where(IsFollowed).ToArray();
        var behind = Behind(visible);
        solver.Summarise(own.Concat(behind.SelectMany(static one => one.Runs)));

        var members = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var method in MethodOrder.Sorted(own))
        {
            var number = EntryOf(method);
            if (number is { } known && NameOf(method) is var (type, name))
            {
                (members.TryGetValue(type, out var all) ? all : members[type] = new(StringComparer.Ordinal))[name] = known;
            }
        }

        var dispatched = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var (called, runs) in behind)
        {
            if (DocumentationCommentId.CreateDeclarationId(called) is { } id)
            {
                dispatched[id] = MethodOrder.Sorted(runs).Select(run => EntryOf(run) ?? NotKnown).Distinct().OrderBy(static one => one).ToArray();
            }
        }

        return Text(members, dispatched);
    }

    /// <summary>What can be called from elsewhere by the name of what it overrides or implements.</summary>
    private List<(IMethodSymbol Called, IMethodSymbol[] Runs)> Behind(VisibleMembers visible)
    {
        var found = new List<(IMethodSymbol, IMethodSymbol[])>();
        foreach (var (called, all) in solver.Targets.Dispatched)
        {
            if ((visible.Sees(called) || (purposes.SideCars.Knows(called.ContainingAssembly) && !SymbolEqualityComparer.Default.Equals(called.ContainingAssembly, purposes.Compilation.Assembly))) && all.Where(IsFollowed).ToArray() is { Length: > 0 } runs)
            {
                found.Add((called, runs));
            }
        }

        return found;
    }

    /// <summary>What stands in generated code the compiler has forgotten by now; what a labelled member hands out is known by its label.</summary>
    private bool IsFollowed(IMethodSymbol method)
    {
        var body = method.PartialImplementationPart ?? method;
        return body.DeclaringSyntaxReferences.All(reference => HandWrittenFiles.IsHandWritten(reference.SyntaxTree, default)) && !IsLabelled(method) && solver.HasBody(body);
    }

    private bool IsLabelled(IMethodSymbol method) => method.AssociatedSymbol is { } property && !purposes.Labels.Of(property, default).IsEmpty;

    private int? EntryOf(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        if (!written.TryGetValue(method, out var number))
        {
            written.Add(method, number = solver.Summarised(method) is { } summary ? NumberOf(new EntryWriter(tables, summary).Write(solver.Contexts.ReadsOf(method), solver.Contexts.ArrivalsOf(method))) : NotKnown);
        }

        return number;
    }

    private int NumberOf(string entry)
    {
        if (!numbers.TryGetValue(entry, out var number))
        {
            numbers.Add(entry, number = entries.Count);
            entries.Add(entry);
        }

        return number;
    }

    private string Text(SortedDictionary<string, SortedDictionary<string, int>> members, SortedDictionary<string, int[]> dispatched)
    {
        var identity = purposes.Compilation.Assembly.Identity;
        var text = new StringBuilder();
        text.Append($"{{\"{Mark}\":{SideCarFormat.Version},\"{SideCarFormat.Assembly}\":{SideCarTables.Quoted(identity.Name)},\"{AssemblyVersion}\":\"{identity.Version}\"");
        Add(Entries, entries);
        text.Append($",\n\"{Members}\":{{{string.Join(",\n", members.Select(static type => $"{SideCarTables.Quoted(type.Key)}:{{{string.Join(",", type.Value.Select(static one => $"{SideCarTables.Quoted(one.Key)}:{one.Value}"))}}}"))}}}");
        text.Append($",\n\"{Dispatched}\":{{{string.Join(",\n", dispatched.Select(static one => $"{SideCarTables.Quoted(one.Key)}:[{string.Join(",", one.Value)}]"))}}}");
        Add(Reads, tables.Reads);
        Add(Origins, tables.Origins.Select(SideCarTables.Quoted));
        Add(Types, tables.Types.Select(SideCarTables.Quoted));
        Add(Strings, tables.Strings.Select(SideCarTables.Quoted));
        return text.Append("}\n").ToString();

        void Add(string name, IEnumerable<string> items) => text.Append($",\n\"{name}\":[{string.Join(",", items)}]");
    }
}
