using System.Text.RegularExpressions;

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
                faults.Add($"{Path.GetRelativePath(folder, file)}: {e.Message}");
            }
        }

        faults.AddRange(cases.GroupBy(c => c.Namespace).Where(g => g.Count() > 1).Select(g => $"{string.Join(", ", g.Select(c => c.Id))}: share the namespace {g.Key}"));
        return faults.Count == 0 ? cases : throw new InvalidDataException(string.Join(Environment.NewLine, faults));
    }

    private static BenchCase Read(string folder, string file)
    {
        var lines = File.ReadAllLines(file);
        var header = Header(lines);
        var id = Path.GetRelativePath(Path.Combine(folder, "Cases"), file).Replace('\\', '/')[..^3];
        var library = Path.Combine(folder, "Library", id + ".cs");
        string[] files = File.Exists(library) ? [file, library] : [file];
        var expected = files.SelectMany(f => Marks(folder, f)).ToList();
        var violates = OneOf(header, "verdict", "violation", "clean") == "violation";
        if (violates != expected.Count > 0)
            throw new InvalidDataException(violates ? "a violation marks the line of the finding with //! and the rule" : "a clean twin has no line marked with //!");
        return new BenchCase
        {
            Id = id,
            Family = id[..id.IndexOf('/')],
            Blind = OneOf(header, "origin", "open", "blind") == "blind",
            Violates = violates,
            Channel = header["channel"],
            Source = header["source"],
            ByDifference = OneOf(header, "proof", "reaches", "differs") == "differs",
            Why = header["why"],
            Namespace = lines.Select(l => NamespaceLine().Match(l)).FirstOrDefault(m => m.Success)?.Groups[1].Value ?? throw new InvalidDataException("has no file-scoped namespace"),
            Files = [.. files.Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))],
            Expected = expected,
        };
    }

    private static Dictionary<string, string> Header(string[] lines)
    {
        var header = lines.TakeWhile(static l => l.StartsWith("// ", StringComparison.Ordinal))
            .Select(static l => l[3..].Split(": ", 2)).Where(static p => p.Length == 2).ToDictionary(static p => p[0], static p => p[1].Trim());
        if (Keys.Where(k => !header.ContainsKey(k)).ToList() is { Count: > 0 } missing)
            throw new InvalidDataException($"its header lacks {string.Join(", ", missing)}");
        if (header.Keys.Except(Keys).ToList() is { Count: > 0 } unknown)
            throw new InvalidDataException($"its header has unknown keys: {string.Join(", ", unknown)}");
        return header;
    }

    private static string OneOf(Dictionary<string, string> header, string key, string one, string other) =>
        header[key] == one || header[key] == other ? header[key] : throw new InvalidDataException($"'{key}' is '{header[key]}'; it must be '{one}' or '{other}'");

    private static IEnumerable<ExpectedFinding> Marks(string folder, string file) =>
        File.ReadLines(file).Select((text, index) => (Match: MarkedLine().Match(text), Line: index + 1)).Where(static l => l.Match.Success)
            .Select(l => new ExpectedFinding(Path.GetRelativePath(folder, file).Replace('\\', '/'), l.Line, l.Match.Groups[1].Value));

    private static bool IsOutput(string root, string file) =>
        Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"//! (ECRM\d{4})\b")]
    private static partial Regex MarkedLine();
}
