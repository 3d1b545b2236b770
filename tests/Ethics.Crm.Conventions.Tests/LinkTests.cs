using System.Text.RegularExpressions;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>Whoever clicks a link of a page arrives: the file is there, and so is its heading.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Pages = ["docs", "src", "samples", "benchmarks", "tests", "analyzers"];

    public static TheoryData<string> WrittenPages => [.. Pages.SelectMany(folder => Repository.Files(folder, "*.md"))
        .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("BenchmarkDotNet.Artifacts", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WrittenPages))]
    public void EveryRelativeLink_HasItsFileAndHeading(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var broken = Targets(File.ReadAllText(Repository.PathOf(page))).Where(target => !Arrives(target, folder, Repository.PathOf(page)));

        Assert.Empty(broken);
    }

    /// <summary>A test that cannot fail is a defect: the reader of links finds each form of them, and nothing in code.</summary>
    [Fact]
    public void Links_AreReadInEveryForm()
    {
        const string Text = "[a](b.md), [`c`](d.md#e) ![f](g.png \"h\") `[i](j.md)` [k][l] [m](https://n)\n```\n[o](p.md)\n```\n[l]: q.md\n";

        Assert.Equal(["b.md", "d.md#e", "g.png", "q.md"], Targets(Text));
        Assert.Equal(["what-it-is-a-list-really", "twice", "twice-1"], Headings("# What `it` is: [a list](x.md), really\n## Twice\n## Twice\n```\n# no\n```\n"));
    }

    private static bool Arrives(string target, string folder, string page)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
        if (!File.Exists(file))
            return parts.Length == 1 && Directory.Exists(file);
        return parts.Length == 1 || !file.EndsWith(".md", StringComparison.Ordinal) || Headings(File.ReadAllText(file)).Contains(parts[1]);
    }

    private static IEnumerable<string> Targets(string text)
        => Link().Matches(InlineCode().Replace(Fence().Replace(text, ""), "")).Select(link => link.Groups["target"].Value).Where(target => !Scheme().IsMatch(target));

    /// <summary>As GitHub makes them: lower case, without punctuation, spaces as hyphens, numbered from the second of a name on.</summary>
    private static List<string> Headings(string text)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var headings = new List<string>();
        foreach (Match heading in Heading().Matches(Fence().Replace(text, "")))
        {
            var words = LinkText().Replace(heading.Groups["words"].Value, "$1").Trim().ToLowerInvariant();
            var name = string.Concat(words.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
            var before = seen.GetValueOrDefault(name);
            seen[name] = before + 1;
            headings.Add(before == 0 ? name : $"{name}-{before}");
        }

        return headings;
    }

    [GeneratedRegex(@"^[ ]*(```|~~~).*?^[ ]*\1[ ]*\r?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    // Of a link whose text is code, the target stays.
    [GeneratedRegex(@"`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)[^)]*\)|^\[[^\]]+\]:\s*(?<target>\S+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^#{1,6}\s+(?<words>.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();
}
