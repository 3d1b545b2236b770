using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>What one side-car names, in the symbols of the compilation that asks: each found once, when it is asked for.</summary>
internal sealed class SideCarSymbols(Compilation compilation, SideCar library)
{
    private readonly ITypeSymbol?[] types = new ITypeSymbol?[library.Types.Length];
    private readonly bool[] isAsked = new bool[library.Types.Length];
    private readonly ReadOrigin?[] reads = new ReadOrigin?[library.Reads.Length];
    private readonly Trail?[] trails = new Trail?[library.Reads.Length];
    private readonly (string Input, AccessPath Path)?[] origins = new (string, AccessPath)?[library.Origins.Length];
    private readonly Dictionary<string, ISymbol?> members = new(StringComparer.Ordinal);
    private readonly Dictionary<ReadOrigin, int> numbers = new();
    private readonly Dictionary<IMethodSymbol, SyntaxNode> places = new(SymbolEqualityComparer.Default);
    private SyntaxNode[]? readPlaces;

    public string[] Strings => library.Strings;

    /// <summary>Null for a type that cannot be named from outside of the library.</summary>
    public ITypeSymbol? Type(int number)
    {
        if (number < 0)
        {
            return null;
        }

        if (!isAsked[number])
        {
            isAsked[number] = true;
            types[number] = DocumentationCommentId.GetFirstSymbolForReferenceId(library.Types[number], compilation) as ITypeSymbol;
        }

        return types[number];
    }

    public ISymbol? Member(string id)
    {
        if (!members.TryGetValue(id, out var member))
        {
            members.Add(id, member = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation));
        }

        return member;
    }

    public (ISymbol Input, AccessPath Path) Origin(int number, IMethodSymbol method)
    {
        if (origins[number] is not { } known)
        {
            var parts = library.Origins[number].Split('|');
            origins[number] = known = (parts[0], new AccessPath(string.Join("/", parts.Skip(1).Select(part => Strings[int.Parse(part, CultureInfo.InvariantCulture)]))));
        }

        return (int.Parse(known.Input, CultureInfo.InvariantCulture) is >= 0 and var ordinal ? method.Parameters[ordinal] : method, known.Path);
    }

    /// <summary>A read in the library. Where it stands there nobody here can look up.</summary>
    /// <param name="method">Stands for members that cannot be named from outside.</param>
    public ReadOrigin Read(int number, IMethodSymbol method)
    {
        if (reads[number] is { } known)
        {
            return known;
        }

        readPlaces ??= SideCarPlaces.Make(library.Assembly + "/reads", library.Reads.Length);
        var written = library.Reads[number];
        var member = Member(written[1]) ?? method;
        var read = new ReadOrigin(readPlaces[number], Strings[written[0].GetInt32()]) { Read = new LabelledRead(new MemberRead(member, null!, readPlaces[number]), Labels(written[2], member)) };
        numbers[read] = number;
        return reads[number] = read;
    }

    public Trail TrailOf(ReadOrigin read) => trails[numbers[read]] ??= Trail.Then(null, read.Syntax, $"'{read.Name}' is read");

    /// <summary>Stands for a place in the method.</summary>
    public SyntaxNode Place(IMethodSymbol method)
    {
        if (!places.TryGetValue(method, out var place))
        {
            places.Add(method, place = SideCarPlaces.Make($"{library.Assembly}/{SymbolNames.FullName(method)}/place", 1)[0]);
        }

        return place;
    }

    public Sink Sink(JsonElement written, IMethodSymbol method)
    {
        var kind = (SinkKind)written[0].GetInt32();
        var name = Strings[written[1].GetInt32()];
        var traits = written[2].GetInt32();
        var member = Member(written[4]);
        return kind switch
        {
            SinkKind.Border or SinkKind.Storage => Endpoints.Sinks.Sink.Kept(kind, name, Strings[written[3].GetInt32()], Labels(written[5], member ?? method), member),
            SinkKind.Decision => Endpoints.Sinks.Sink.Decision,
            _ => new Sink(kind, name) { IsWhole = (traits & 1) != 0, IsListed = (traits & 2) != 0 },
        };
    }

    private ISymbol? Member(JsonElement number) => number.GetInt32() is >= 0 and var at ? Member(Strings[at]) : null;

    private ImmutableArray<DeclaredLabel> Labels(JsonElement written, ISymbol member)
    {
        var labels = ImmutableArray.CreateBuilder<DeclaredLabel>();
        foreach (var one in written.EnumerateArray())
        {
            var numbers = one.EnumerateArray().Select(static part => part.GetInt32()).ToArray();
            var category = numbers[1] < 0 ? null : Strings[numbers[1]];
            var purposes = numbers.Length > 2 && numbers[2] < 0 ? null : numbers.Skip(2).Select(number => Strings[number]).ToArray();
            var declaration = numbers[0] < 0 ? member : Member(Strings[numbers[0]]) ?? member;
            labels.Add(new DeclaredLabel(declaration, new LabelSource(SymbolNames.LabelName(declaration), category, purposes, []), new DataLabel(category, purposes)));
        }

        return labels.ToImmutable();
    }
}
