using PurposeBench.Index;

namespace PurposeBench.Scoring;

/// <summary>How an analyzer did on some of the cases.</summary>
/// <param name="Violations">Cases that violate and that the analyzer can express.</param>
/// <param name="Found">Of those, the ones with a finding anywhere in their files.</param>
/// <param name="Located">Of those, the ones with a finding on a line where one belongs.</param>
/// <param name="Clean">Clean twins that it can express.</param>
/// <param name="FalseAlarms">Of those, the ones with a finding.</param>
/// <param name="NotExpressible">Cases, of either kind, that its configuration has no words for.</param>
internal sealed record Score(int Violations, int Found, int Located, int Clean, int FalseAlarms, int NotExpressible)
{
    /// <summary>Of the cases that violate and have no finding, those in whose files the analyzer says that it could not judge a place. The others are missed in silence.</summary>
    public int Told { get; init; }

    public double Recall => Ratio(Found, Violations);

    public double StrictRecall => Ratio(Located, Violations);

    /// <summary>Of the cases with findings, the share that violate. One where nothing was reported: nothing false was said.</summary>
    public double Precision => Found + FalseAlarms == 0 ? 1 : Ratio(Found, Found + FalseAlarms);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>Counts findings against cases.</summary>
internal static class Scorer
{
    public static Score Of(IEnumerable<CaseResult> results)
    {
        var all = results.ToList();
        var judged = all.Where(static r => r.IsExpressible).ToList();
        var violations = judged.Where(static r => r.Case.Violates).ToList();
        var clean = judged.Where(static r => !r.Case.Violates).ToList();
        return new Score(violations.Count, violations.Count(static r => r.Findings.Count > 0), violations.Count(static r => r.IsLocated), clean.Count, clean.Count(static r => r.Findings.Count > 0), all.Count - judged.Count)
        {
            Told = violations.Count(static r => r is { Findings.Count: 0, IsTold: true }),
        };
    }

    /// <param name="rules">Prefixes of the rules that count; empty for all.</param>
    /// <param name="inexpressible">Ids of cases that the analyzer could not be told about.</param>
    /// <param name="limits">Rules that say of a place that it could not be judged; none where the analyzer has no such rule.</param>
    public static IReadOnlyList<CaseResult> Match(IReadOnlyList<BenchCase> cases, IReadOnlyList<Finding> findings, IReadOnlyCollection<string> rules, IReadOnlySet<string> inexpressible, IReadOnlyCollection<string>? limits = null)
    {
        var counted = findings.Where(f => rules.Count == 0 || rules.Any(r => f.Rule.StartsWith(r, StringComparison.Ordinal))).ToList();
        var told = findings.Where(f => limits?.Contains(f.Rule) == true).ToList();
        return [.. cases.Select(one => new CaseResult(one, [.. counted.Where(f => IsIn(f, one))], !inexpressible.Contains(one.Id)) { IsTold = told.Any(f => IsIn(f, one)) })];
    }

    private static bool IsIn(Finding finding, BenchCase one) => one.Files.Any(file => IsSame(finding.File, file));

    /// <summary>Logs name files by whatever root their build had; the end of the path tells the case.</summary>
    internal static bool IsSame(string reported, string file)
    {
        var path = reported.Replace('\\', '/');
        return path.EndsWith(file, StringComparison.Ordinal) && (path.Length == file.Length || path[path.Length - file.Length - 1] == '/');
    }
}

/// <summary>One case with what was reported in its files.</summary>
internal sealed record CaseResult(BenchCase Case, IReadOnlyList<Finding> Findings, bool IsExpressible)
{
    /// <summary>Whether the analyzer says of a place in them that it could not judge it.</summary>
    public bool IsTold { get; init; }

    public bool IsLocated => Findings.Any(f => Case.Expected.Any(e => e.Line == f.Line && Scorer.IsSame(f.File, e.File)));
}
