using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PurposeBench.Index;

namespace PurposeBench.Truth;

/// <summary>
/// Runs a case three times, each time loaded anew: twice with the same values, which must come to the same, and once with another in the member that it is about.
/// Holds what arrived, and where, against what its header claims.
/// </summary>
/// <param name="limit">How long a run may take; null for <see cref="CaseRun.Limit"/>.</param>
internal sealed class CaseRunner(CaseWorld world, TimeSpan? limit = null)
{
    private readonly TimeSpan _limit = limit ?? CaseRun.Limit;
    private readonly Refusal _refusal = new(world);
    private readonly CaseMarks _marks = new(world);

    /// <returns>What is wrong with the claim; null when the runs prove it.</returns>
    public string? Disprove(BenchCase one) => Disprove(one, Run(one));

    /// <param name="runs">What <see cref="Run"/> gave for a case with the same program, whatever its header claims.</param>
    /// <returns>What is wrong with the claim; null when the runs prove it.</returns>
    public string? Disprove(BenchCase one, CaseRuns runs) => _marks.Fault(one) ?? ToldWrong(one) ?? runs.Trouble ?? Fault(one, runs.First!, runs.Again!, runs.Other!);

    public CaseRuns Run(BenchCase one)
    {
        try
        {
            return CaseRun.Of(world, one, 1, _limit) is { } first && CaseRun.Of(world, one, 1, _limit) is { } again && CaseRun.Of(world, one, 2, _limit) is { } other
                ? new CaseRuns(first, again, other, null)
                : new CaseRuns(null, null, null, string.Create(CultureInfo.InvariantCulture, $"does not end within {_limit.TotalSeconds} s"));
        }
        catch (MissingMethodException e)
        {
            return new CaseRuns(null, null, null, e.Message);
        }
    }

    private string? Fault(BenchCase one, CaseRun first, CaseRun again, CaseRun other)
    {
        if ((first.Thrown ?? other.Thrown) is { } thrown && one.Channel != "exception")
            return $"throws {thrown.Split('\n')[0]}";
        if (!first.SourceGiven)
            return $"gives nobody a '{one.Source}'";
        if (!Same(first.Arrivals, again.Arrivals))
            return "comes to something else when it runs again with the same values";
        var purposes = first.Arrivals.Concat(other.Arrivals).Select(ArrivesWrong).FirstOrDefault(static f => f is not null);
        return purposes ?? (one.Violates ? NoViolation(one, first, other) : NotClean(one, first, other));
    }

    private string? NoViolation(BenchCase one, CaseRun first, CaseRun other)
    {
        if (world.Labels.Of(one, one.Source).Count == 0)
            return $"'{one.Source}' carries no label";
        var (here, there) = (In(one, first), In(one, other));
        if (here.Count == 0 && there.Count == 0)
            return $"nothing arrives in '{one.Channel}'";
        if (one.ByDifference ? Same(here, there) : !Reached(one, here) || !Reached(one, there))
            return one.ByDifference ? $"what arrives in '{one.Channel}' does not depend on '{one.Source}'" : $"'{one.Source}' does not arrive in '{one.Channel}'";
        if (here.Concat(there).Where(a => one.ByDifference || a.Members.Contains(one.Source)).All(a => Refused(one, one.Source, a) is null))
            return $"'{one.Source}' may arrive in '{one.Channel}'";
        // Somebody else's values may come along; what goes elsewhere would need a mark and a header of its own.
        return RefusedIn(one, first.Arrivals.Concat(other.Arrivals).Where(a => a.Channel != one.Channel));
    }

    private string? NotClean(BenchCase one, CaseRun first, CaseRun other)
    {
        var (here, there) = (In(one, first), In(one, other));
        // A channel that nobody uses proves nothing of a value that might have come there.
        if (here.Count == 0 && there.Count == 0)
            return $"nothing arrives in '{one.Channel}'";
        if (one.ByDifference && !Same(here, there) && here.Concat(there).Select(a => Refused(one, one.Source, a)).FirstOrDefault(static r => r is not null) is { } why)
            return $"what arrives in '{one.Channel}' depends on '{one.Source}': {why}";
        return RefusedIn(one, first.Arrivals.Concat(other.Arrivals));
    }

    /// <summary>What the channel of a purpose is told by code that works for another.</summary>
    private string? ArrivesWrong(Arrival arrival)
    {
        if (!_refusal.IsPurpose(arrival.Channel))
            return null;
        var code = world.Purposes.Of(arrival);
        return code?.Contains(arrival.Channel) == true ? null : $"'{arrival.Channel}' is told of a value by code that works for {(code is null ? "nothing" : string.Join(", ", code))}";
    }

    /// <summary>The same of code that no run came to, as far as it declares what it works for.</summary>
    private string? ToldWrong(BenchCase one)
    {
        foreach (var name in one.Files.SelectMany(file => world.Trees[file].GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()))
        {
            if (name.Expression.ToString() != nameof(Use) || world.Policy.Purposes.FirstOrDefault(p => Method(p) == name.Name.Identifier.Text) is not { } purpose)
                continue;
            if (world.Purposes.Declared(name) is { } code && !code.Contains(purpose))
                return $"{name.SyntaxTree.FilePath}:{name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: '{purpose}' is told of a value by code that works for {string.Join(", ", code)}";
        }

        return null;
    }

    private string? RefusedIn(BenchCase one, IEnumerable<Arrival> arrivals) =>
        arrivals.SelectMany(a => a.Members.Select(m => Refused(one, m, a) is { } why ? $"'{m}' arrives in '{a.Channel}': {why}" : null)).FirstOrDefault(static f => f is not null);

    private string? Refused(BenchCase one, string member, Arrival arrival) => _refusal.Of(one, member, arrival.Channel, world.Purposes.Of(arrival));

    private static List<Arrival> In(BenchCase one, CaseRun run) => [.. run.Arrivals.Where(a => a.Channel == one.Channel)];

    private static bool Reached(BenchCase one, List<Arrival> arrivals) => arrivals.Exists(a => a.Members.Contains(one.Source));

    /// <summary>Whether the same came to each channel in the same order; between channels there may be none.</summary>
    private static bool Same(IReadOnlyList<Arrival> here, IReadOnlyList<Arrival> there)
    {
        var (one, other) = (here.ToLookup(static a => a.Channel, static a => a.Text), there.ToLookup(static a => a.Channel, static a => a.Text));
        return one.Count == other.Count && one.All(channel => channel.SequenceEqual(other[channel.Key]));
    }

    private static string Method(string purpose) => string.Concat(purpose.Split('.', '-').Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));
}

/// <summary>The three runs of a case, or why there are none.</summary>
/// <param name="Again">The control: the same values as in the first run.</param>
/// <param name="Other">Another value in the member that the case is about.</param>
internal sealed record CaseRuns(CaseRun? First, CaseRun? Again, CaseRun? Other, string? Trouble);
