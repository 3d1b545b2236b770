using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace PurposeBench.Index;

/// <summary>Reads the cases from their files. Everything that is wrong with any of them is told at once.</summary>
internal static partial class CaseReader
{
    private static readonly string[] Keys = ["verdict", "origin", "channel", "source", "proof", "why"];

    /// <exception cref="InvalidDataException">A header is incomplete or contradicts its file; the message lists every fault with its file.</exception>
    public static IReadOnlyList<BenchCase> ReadAll(string folder)
    {
        var faults = new List<string>();
        var cases = new List<BenchCase>();
        var root = Path.Combine(folder, "Cases");
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(f => !IsOutput(root, f)).Order(StringComparer.Ordinal))
        {
            try
            {
                cases.Add(Read(folder, file));
            }
            catch (InvalidDataException e)
            {
                faults.Add(e.Message);
            }
        }

        faults.AddRange(cases.GroupBy(c => c.Namespace).Where(g => g.Count() > 1).Select(g => $"{string.Join(", ", g.Select(c => c.Id))}: share the namespace {g.Key}"));
        return faults.Count == 0 ? cases : throw new InvalidDataException(string.Join(Environment.NewLine, faults));
    }

    private static BenchCase Read(string folder, string file)
    {
        var lines = File.ReadAllLines(file);
        var name = Relative(folder, file);
        var header = Header(name, lines);
        var id = name["Cases/".Length..^3];
        var library = Path.Combine(folder, "Library", id + ".cs");
        string[] files = File.Exists(library) ? [file, library] : [file];
        var expected = files.SelectMany(f => Marks(folder, f)).ToList();
        var violates = OneOf(name, header, "verdict", "violation", "clean") == "violation";
        if (violates && expected.Count == 0)
            throw Fault(name, 1, "a violation marks the line of each finding with //! and the rule, and no line is marked");
        if (!violates && expected.Count > 0)
            throw Fault(expected[0].File, expected[0].Line, "a clean twin has no line marked with //!");
        foreach (var mark in expected)
            Check(folder, mark);
        return new BenchCase
        {
            Id = id,
            Family = id[..id.IndexOf('/')],
            Blind = OneOf(name, header, "origin", "open", "blind") == "blind",
            Violates = violates,
            Channel = header["channel"],
            Source = header["source"],
            ByDifference = OneOf(name, header, "proof", "reaches", "differs") == "differs",
            Why = header["why"],
            Namespace = lines.Select(l => NamespaceLine().Match(l)).FirstOrDefault(m => m.Success)?.Groups[1].Value ?? throw Fault(name, 1, "has no file-scoped namespace"),
            Files = [.. files.Select(f => Relative(folder, f))],
            Expected = expected,
        };
    }

    private static void Check(string folder, ExpectedFinding mark)
    {
        if (!Contract.Rules.Contains(mark.Rule))
            throw Fault(mark.File, mark.Line, $"no rule of the contract that speaks of misuse is called '{mark.Rule}'; known are {string.Join(", ", Contract.Rules)}");
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, mark.File)), new CSharpParseOptions(LanguageVersion.CSharp14));
        if (!CodeLines.NamesOfValues(tree, mark.Line).Any())
            throw Fault(mark.File, mark.Line, "is marked with //!, and no value is read, handed over or assigned there");
    }

    private static Dictionary<string, string> Header(string name, string[] lines)
    {
        var header = lines.TakeWhile(static l => l.StartsWith("// ", StringComparison.Ordinal))
            .Select(static l => l[3..].Split(": ", 2)).Where(static p => p.Length == 2).ToDictionary(static p => p[0], static p => p[1].Trim());
        if (Keys.Where(k => !header.ContainsKey(k)).ToList() is { Count: > 0 } missing)
            throw Fault(name, 1, $"its header lacks {string.Join(", ", missing)}");
        if (header.Keys.Except(Keys).ToList() is { Count: > 0 } unknown)
            throw Fault(name, 1, $"its header has unknown keys: {string.Join(", ", unknown)}");
        return header;
    }

    private static string OneOf(string name, Dictionary<string, string> header, string key, string one, string other) =>
        header[key] == one || header[key] == other ? header[key] : throw Fault(name, 1, $"'{key}' is '{header[key]}'; it must be '{one}' or '{other}'");

    private static IEnumerable<ExpectedFinding> Marks(string folder, string file) =>
        File.ReadLines(file).Select((text, index) => (Match: MarkedLine().Match(text), Line: index + 1)).Where(static l => l.Match.Success)
            .Select(l => new ExpectedFinding(Relative(folder, file), l.Line, l.Match.Groups[1].Value));

    /// <summary>As compilers name a place, so that editors jump to it.</summary>
    private static InvalidDataException Fault(string file, int line, string message) => new($"{file}:{line}: {message}");

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static bool IsOutput(string root, string file) =>
        Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex NamespaceLine();

    // All that follows: a second rule behind the first would be expected of nobody.
    [GeneratedRegex(@"//!\s*(.*?)\s*$")]
    private static partial Regex MarkedLine();
}
