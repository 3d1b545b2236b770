using System.Text.RegularExpressions;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Patterns over few parts, so that many name the same symbol.</summary>
public sealed record PatternSet(string[] Texts)
{
    public override string ToString() => string.Join(", ", Texts);
}

public static class PatternSetGen
{
    private static readonly string[] Parts = ["A", "B", "AB", "ABA", "BA", "A*", "*A", "A*B", "*B*", "*", "**", "**"];

    public static Arbitrary<PatternSet> Sets() => Arb.From(
        from texts in Pattern().ArrayOf()
        select new PatternSet([.. texts.Distinct()]),
        set => set.Texts.Select(t => new PatternSet([.. set.Texts.Where(o => o != t)])));

    private static Gen<string> Pattern() =>
        from count in Gen.Choose(1, 4)
        from parts in Gen.ArrayOf(Gen.Elements(Parts), count)
        from suffix in Gen.Elements("", "", "", "()", "(int)", "#p", "(int)#p", "(k: \"v\")", "(k: \"w\", l: \"v\")")
        select string.Join('.', parts) + suffix;
}

/// <summary>The most exact entry, found by trying every entry, as the contract words it: no wildcard before *, * before **, then constants, then literal characters.</summary>
[Laws(Arbitrary = [typeof(PatternSetGen)], Tests = 300)]
public sealed partial class PatternLaws
{
    private static readonly string[] Parts = ["A", "B", "AB", "BA", "ABAB"];
    private static readonly string[] Names = [.. Enumerable.Range(1, 4).SelectMany(length => Enumerable.Range(0, 12).Select(i => string.Join('.', Enumerable.Range(0, length).Select(j => Parts[(i * (j + 1) + j) % Parts.Length])))).Distinct()];
    private static readonly KeyValuePair<string, string>[][] Constants = [[], [new("k", "v")], [new("k", "w"), new("l", "v")]];

    [Law]
    public void Fields_AreRankedAsByNaiveSearch(PatternSet set)
    {
        var table = new PolicyTable(new() { Fields = set.Texts.ToDictionary(t => t, t => (FieldEntry?)new FieldEntry(t, null)) });
        foreach (var name in Names)
        {
            AssertBest(set.Texts, p => p.Arguments == "" && Matches(p, name), table.FindField(name)?.Category, name);
            foreach (var types in new string[][] { [], ["System.Int32"] })
            {
                AssertBest(set.Texts, p => p.Arguments != "" && !p.IsParameter && p.Constants.Length == 0 && p.Takes(types) && Matches(p, name), table.FindReturn(name, types)?.Category, name);
                AssertBest(set.Texts, p => p.IsParameter && p.Constants.Length == 0 && p.Takes(types) && Matches(p, name), table.FindParameter(name, types, "p")?.Category, name);
                Assert.Null(table.FindParameter(name, types, "q"));
                foreach (var constants in Constants)
                {
                    AssertBest(
                        set.Texts, p => p.Arguments != "" && !p.IsParameter && p.Takes(types) && p.Constants.All(constants.Contains) && Matches(p, name), table.FindCall(name, types, constants)?.Category, name);
                }
            }
        }
    }

    /// <summary>Of several names of one member the most exact entry counts; at equal rank the innermost.</summary>
    [Law]
    public void Code_IsRankedAsByNaiveSearch(PatternSet set)
    {
        var texts = set.Texts.Select(t => Naive.Of(t).Name).Distinct().ToArray();
        var table = new PolicyTable(new() { Code = texts.ToDictionary(t => t, t => (CodeEntry?)new CodeEntry([t], false)) });
        foreach (var name in Names)
        {
            string[] names = [name, .. Enumerable.Range(1, name.Count(c => c == '.')).Select(up => string.Join('.', name.Split('.')[..^up]))];
            var found = table.FindCode(names)?.Purposes[0];
            AssertBest(texts, p => names.Any(n => Matches(p, n)), found, name);
            if (found is not null)
            {
                var innermost = names.First(n => texts.Select(Naive.Of).Any(p => p.Rank == Naive.Of(found).Rank && Matches(p, n)));
                Assert.True(Matches(Naive.Of(found), innermost), $"{name}: {found}, though another names {innermost}");
            }
        }
    }

    /// <summary>Without parentheses methods are named too, but properties never with them.</summary>
    [Law]
    public void Sinks_AreRankedAsByNaiveSearch(PatternSet set)
    {
        var texts = set.Texts.Where(t => !Naive.Of(t).IsParameter && Naive.Of(t).Constants.Length == 0).ToArray();
        var table = new PolicyTable(new() { Sinks = [.. texts.Select(t => new SinkEntry(t, null, true))] });
        foreach (var name in Names)
        {
            AssertBest(texts, p => p.Arguments == "" && Matches(p, name), table.FindSink(name, null)?.Method, name);
            AssertBest(texts, p => p.Takes(["System.Int32"]) && Matches(p, name), table.FindSink(name, ["System.Int32"])?.Method, name);
            AssertBest(texts, p => p.Takes([]) && Matches(p, name), table.FindSink(name, [])?.Method, name);
        }
    }

    /// <summary>A policy that is read never has to choose: of the most exact entries that name a member all say the same.</summary>
    [Law]
    public void EquallyExactPatterns_SayTheSame(PatternSet set)
    {
        var texts = set.Texts.Take(4).ToArray();
        var entries = string.Join(", ", texts.Select((t, i) => $"{System.Text.Json.JsonSerializer.Serialize(t)}: {{ \"category\": \"{"kl"[i % 2]}\" }}"));
        if (Sample.Read(Sample.Policy($"\"fields\": {{ {entries} }}", "\"k\": {}, \"l\": {}")).Table is null)
        {
            return;
        }

        foreach (var name in Names)
        {
            AssertAgree(p => p.Arguments == "" && Matches(p, name), name);
            foreach (var types in new string[][] { [], ["System.Int32"] })
            {
                AssertAgree(p => p.IsParameter && p.Takes(types) && Matches(p, name), name);
                Assert.All(Constants, constants => AssertAgree(p => p.Arguments != "" && !p.IsParameter && p.Takes(types) && p.Constants.All(constants.Contains) && Matches(p, name), name));
            }
        }

        void AssertAgree(Func<Naive, bool> names, string name)
        {
            var all = texts.Select(Naive.Of).Where(names).ToList();
            Assert.True(all.Where(p => p.Rank == all.Max(o => o.Rank)).Select(p => Array.IndexOf(texts, p.Text) % 2).Distinct().Count() <= 1, $"{name} is named by equally exact entries that say different things");
        }
    }

    /// <summary>What a pattern is said to cover it names: asked of every name, not of how the two are compared.</summary>
    [Law]
    public void CoveredPattern_NamesNothingElse(PatternSet set)
    {
        var patterns = set.Texts.Select(Naive.Of).Where(p => !p.IsParameter && p.Constants.Length == 0).Select(p => (Naive: p, Parsed: PatternParser.Parse(p.Text, PatternUse.Method, out _)!)).ToList();
        foreach (var (broad, parsed) in patterns)
        {
            Assert.True(parsed.Covers(parsed), broad.Text);
            foreach (var (narrow, _) in patterns.Where(p => parsed.Covers(p.Parsed)))
            {
                Assert.All(Names, n => Assert.True(!Matches(narrow, n) || Matches(broad, n), $"{broad.Text} does not cover {narrow.Text}, which names {n}"));
                Assert.All(new string[][] { [], ["System.Int32"] }, types => Assert.True(!narrow.Takes(types) || broad.Takes(types), $"{broad.Text} does not cover {narrow.Text}"));
                Assert.True(narrow.Arguments != "" || broad.Arguments == "", $"{broad.Text} does not cover the properties of {narrow.Text}");
            }
        }
    }

    private static void AssertBest(string[] texts, Func<Naive, bool> names, string? found, string name)
    {
        var all = texts.Select(Naive.Of).Where(names).ToList();
        var best = all.Where(p => p.Rank == all.Max(o => o.Rank)).Select(p => p.Text).ToList();
        Assert.True(best.Count == 0 ? found is null : found is not null && best.Contains(found), $"{name}: found {found ?? "nothing"}, best {string.Join(" or ", best)}");
    }

    private static bool Matches(Naive pattern, string name) => pattern.Regex.IsMatch("." + name);

    /// <summary>A pattern by string operations and a regular expression alone.</summary>
    private sealed partial record Naive(string Text, string Name, string Arguments)
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Naive> Known = new();

        public bool IsParameter => Text.EndsWith("#p", StringComparison.Ordinal);

        public KeyValuePair<string, string>[] Constants { get; } = [.. Constant().Matches(Text).Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, m.Groups[2].Value))];

        public (int, int, int) Rank => (Name.Split('.').Contains("**") ? 0 : Name.Contains('*', StringComparison.Ordinal) ? 1 : 2, Constants.Length, Literals);

        private int Literals => Name.Count(c => c != '*') + (Text.Contains("int", StringComparison.Ordinal) ? "System.Int32".Length : 0) + (IsParameter ? 1 : 0) + Constants.Sum(c => c.Key.Length + c.Value.Length);

        // A dot in front of every part, so that a ** may be nothing at all.
        public Regex Regex { get; } = new("^" + string.Concat(Name.Split('.').Select(p => p == "**" ? "(\\.[A-Z]+)*" : "\\." + p.Replace("*", "[A-Z]*", StringComparison.Ordinal))) + "$", RegexOptions.CultureInvariant);

        public static Naive Of(string text) => Known.GetOrAdd(text, static t => new(t, t.Split('(', '#')[0], t[t.Split('(', '#')[0].Length..]));

        public bool Takes(string[] types) => !Text.Contains("(int)", StringComparison.Ordinal) || types is ["System.Int32"];

        [GeneratedRegex("([kl]): \"([vw])\"")]
        private static partial Regex Constant();
    }
}
