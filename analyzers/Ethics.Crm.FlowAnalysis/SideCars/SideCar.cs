using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static Ethics.Crm.FlowAnalysis.SideCars.SideCarFormat;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>What a library says of itself, as it stands in its file: looked through once for each text, and read only where somebody asks. Thread-safe.</summary>
internal sealed class SideCar
{
    /// <summary>An editor makes a compilation for every key stroke, all with the same files.</summary>
    private static readonly ConditionalWeakTable<SourceText, SideCar> Cache = new();

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> dispatched = new(StringComparer.Ordinal);
    private readonly JsonElement[] all = [];

    /// <summary>Of a library that has nothing to do with purposes.</summary>
    public static readonly SideCar Empty = new((string?)null);

    private SideCar(string? problem) => Problem = problem;

    /// <param name="problem">As it follows the name of the file in a message.</param>
    public static SideCar Unusable(string problem) => new(problem);

    private SideCar(JsonElement root)
    {
        Assembly = root.GetProperty(SideCarFormat.Assembly).GetString() ?? "";
        Version = root.GetProperty(AssemblyVersion).GetString() ?? "";
        all = root.GetProperty(Entries).EnumerateArray().ToArray();
        Strings = root.GetProperty(SideCarFormat.Strings).EnumerateArray().Select(static one => one.GetString() ?? "").ToArray();
        Types = root.GetProperty(SideCarFormat.Types).EnumerateArray().Select(static one => one.GetString() ?? "").ToArray();
        Origins = root.GetProperty(SideCarFormat.Origins).EnumerateArray().Select(static one => one.GetString() ?? "").ToArray();
        Reads = root.GetProperty(SideCarFormat.Reads).EnumerateArray().ToArray();
        foreach (var type in root.GetProperty(Members).EnumerateObject())
        {
            members[type.Name] = type.Value;
        }

        foreach (var called in root.GetProperty(Dispatched).EnumerateObject())
        {
            dispatched[called.Name] = called.Value;
        }
    }

    /// <summary>Why it cannot be read. Null for one that can.</summary>
    public string? Problem { get; }

    public string Assembly { get; } = "";

    public string Version { get; } = "";

    public string[] Strings { get; } = [];

    public string[] Types { get; } = [];

    public string[] Origins { get; } = [];

    public JsonElement[] Reads { get; } = [];

    public static SideCar Of(SourceText text) => Cache.GetValue(text, static one => Parse(one.ToString()));

    public static SideCar Parse(string text)
    {
        try
        {
            var root = JsonDocument.Parse(text).RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Mark, out var mark))
            {
                return new SideCar("is no such file");
            }

            return mark.ValueKind == JsonValueKind.Number && mark.TryGetInt32(out var version) && version == SideCarFormat.Version
                ? new SideCar(root)
                : new SideCar($"has version {mark.GetRawText()}, and this version of the rules reads {SideCarFormat.Version.ToString(CultureInfo.InvariantCulture)}");
        }
        catch (Exception broken) when (IsOfForm(broken))
        {
            return new SideCar("is damaged");
        }
    }

    /// <summary>What is thrown where something else stands in a file than is looked for.</summary>
    public static bool IsOfForm(Exception thrown) => thrown is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or IndexOutOfRangeException or ArgumentException;

    /// <summary>What is said of a method: of itself, then of what overrides or implements it. Null where the library says nothing.</summary>
    public IReadOnlyList<int>? NumbersOf(IMethodSymbol method, bool isOwn)
    {
        if (DocumentationCommentId.CreateDeclarationId(method) is not { } id)
        {
            return null;
        }

        var found = new List<int>();
        if (isOwn && OwnNumberOf(method) is { } own)
        {
            found.Add(own);
        }

        if (dispatched.TryGetValue(id, out var runs))
        {
            found.AddRange(runs.EnumerateArray().Select(static one => one.GetInt32()));
        }

        return found.Count == 0 ? null : found.Distinct().ToArray();
    }

    /// <summary>What is said of a method of the library itself. Null where nothing is.</summary>
    public int? OwnNumberOf(IMethodSymbol method) => NameOf(method) is var (type, name) && members.TryGetValue(type, out var own) && own.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    public JsonElement Entry(int number) => all[number];

    public Traits TraitsOf(int number) => number >= 0 && all[number].TryGetProperty(Flags, out var traits) ? (Traits)traits.GetInt32() : Traits.None;
}
