using System.Globalization;
using System.Text;
using System.Text.Json;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>What many summaries of one library name, each once: numbers stand for it in them, in the order in which it is first named.</summary>
internal sealed class SideCarTables
{
    private readonly Table<string> strings = new(EqualityComparer<string>.Default);
    private readonly Table<string> types = new(EqualityComparer<string>.Default);
    private readonly Table<string> origins = new(EqualityComparer<string>.Default);
    private readonly Table<ReadOrigin> reads = new(EqualityComparer<ReadOrigin>.Default);
    private readonly List<string> readTexts = [];

    public IReadOnlyList<string> Strings => strings.All;

    public IReadOnlyList<string> Types => types.All;

    public IReadOnlyList<string> Origins => origins.All;

    /// <summary>As JSON.</summary>
    public IReadOnlyList<string> Reads => readTexts;

    public int String(string text) => strings.Of(text);

    /// <summary>Less than zero where it has no name outside of the code at hand.</summary>
    public int Type(ITypeSymbol? type) => type is null or ITypeParameterSymbol or IDynamicTypeSymbol || NameOf(type) is not { Length: > 0 } name ? -1 : types.Of(name);

    public int Member(ISymbol? member) => member is not null && DocumentationCommentId.CreateDeclarationId(member.OriginalDefinition) is { Length: > 0 } id ? String(id) : -1;

    /// <param name="input">The number of a parameter, or what stands for another input.</param>
    public int Origin(string input, AccessPath path) => origins.Of(path.Segments.Aggregate(new StringBuilder(input), (all, segment) => all.Append('|').Append(String(segment).ToString(CultureInfo.InvariantCulture))).ToString());

    public int Read(ReadOrigin read)
    {
        var number = reads.Of(read);
        if (number == readTexts.Count)
        {
            // Its place is taken before what it names is asked for.
            readTexts.Add($"[{String(read.Name)},{Member(read.Read.Read.Member)},{Labels(read.Read.Labels)}]");
        }

        return number;
    }

    public string Labels(IEnumerable<DeclaredLabel> labels)
        => "[" + string.Join(",", labels.Select(label => $"[{Member(label.Declaration)},{(label.Label.Category is { } category ? String(category) : -1)}{(label.Label.CollectedFor is { } purposes ? string.Concat(purposes.Select(one => "," + String(one).ToString(CultureInfo.InvariantCulture))) : ",-1")}]")) + "]";

    public string Texts(IEnumerable<string> several) => "[" + string.Join(",", several.Select(String)) + "]";

    public static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    /// <summary>With its arguments where all of them have a name; what it is with those of the code at hand, only that code knows.</summary>
    private static string? NameOf(ITypeSymbol type) => DocumentationCommentId.CreateReferenceId(HasParameters(type) ? type.OriginalDefinition : type);

    private static bool HasParameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasParameters(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasParameters) || (named.ContainingType is { } around && HasParameters(around)),
        _ => false,
    };

    private sealed class Table<T>(IEqualityComparer<T> comparer)
        where T : notnull
    {
        private readonly Dictionary<T, int> numbers = new(comparer);
        private readonly List<T> all = [];

        public IReadOnlyList<T> All => all;

        public int Of(T one)
        {
            if (!numbers.TryGetValue(one, out var number))
            {
                numbers.Add(one, number = all.Count);
                all.Add(one);
            }

            return number;
        }
    }
}
