using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ethics.Crm.Policy.Tests.Fuzz;

/// <summary>ETHICS_FUZZ sets the number of inputs (20,000 in the ordinary run); ETHICS_FUZZ_REPORT names a file that gets the counts.</summary>
public sealed class MutationTests
{
    // No measurement: what takes as long as this hangs.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("ETHICS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 20_000;

    [Fact]
    public void DamagedPolicy_IsReadOrRefusedWithPosition()
    {
        var counts = new ConcurrentDictionary<(string Kind, bool Read), int>();
        var ids = new ConcurrentDictionary<string, int>();
        var slowest = new ConcurrentBag<(double Milliseconds, int Seed)>();
        var whole = Stopwatch.StartNew();
        Parallel.For(0, Count, seed =>
        {
            var input = FuzzInput.Of(seed);
            var watch = Stopwatch.StartNew();
            using var bound = new CancellationTokenSource(Bound);
            var result = Read(input, seed, bound.Token);
            AssertAnswered(input, result, seed);
            slowest.Add((watch.Elapsed.TotalMilliseconds, seed));
            counts.AddOrUpdate((input.Kind, result.Table is not null), 1, static (_, n) => n + 1);
            foreach (var id in result.Errors.Select(e => e.Id).Distinct())
            {
                ids.AddOrUpdate(id, 1, static (_, n) => n + 1);
            }
        });

        // Both ways must have been walked by every kind of damage, else it is too hard or too soft.
        Assert.All(counts.Keys.Select(k => k.Kind).Distinct(), kind => Assert.True(
            counts.GetValueOrDefault((kind, true)) > Count / 4000 && counts.GetValueOrDefault((kind, false)) > Count / 100, $"{kind}: {counts.GetValueOrDefault((kind, true))} read, {counts.GetValueOrDefault((kind, false))} refused"));
        Assert.Equal(["ECRM1001", "ECRM1002", "ECRM1003"], ids.Keys.Order(StringComparer.Ordinal));
        Report(counts, ids, slowest.Max(), whole.Elapsed);
    }

    [Fact]
    public void UndamagedPair_IsRead() => Assert.Empty(Read(FuzzInput.Undamaged, -1, CancellationToken.None).Errors);

    private static PolicyResult Read(FuzzInput input, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return PolicyReader.Read(input.Policy, input.Bases, cancellationToken);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"input {seed} ({input.Kind})", e);
        }
    }

    private static void AssertAnswered(FuzzInput input, PolicyResult result, int seed)
    {
        Assert.True(result.Table is null == result.Errors.Count > 0, $"seed {seed}: table and errors");
        var places = input.Files.Select(f => (f.Path, Text: new Lazy<TextPlaces>(() => new(f.Text)))).ToArray();
        foreach (var e in result.Errors)
        {
            if ((e.EndLine, e.EndColumn).CompareTo((e.Line, e.Column)) < 0 || !e.JsonPath.StartsWith('$') || e.Message.Length is 0 or >= 700 || e.ToString().AsSpan().IndexOfAny('\n', '\r', '\0') >= 0
                || !Array.Exists(places, f => f.Path == e.File && f.Text.Value.Has(e.Line, e.Column)))
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }

        if (result.Table is { } table)
        {
            _ = table.Identity;
            Assert.All(table.Document.Categories.Keys, c => Assert.Subset(table.Purposes.ToHashSet(), table.PermittedPurposes(new(c, null)).ToHashSet()));
        }
    }

    // Reached only when every input was answered: the first crash, hang or error without place fails the test.
    private static void Report(ConcurrentDictionary<(string Kind, bool Read), int> counts, ConcurrentDictionary<string, int> ids, (double Milliseconds, int Seed) slowest, TimeSpan whole)
    {
        if (Environment.GetEnvironmentVariable("ETHICS_FUZZ_REPORT") is { Length: > 0 } path)
        {
            var rows = counts.Keys.Select(k => k.Kind).Distinct().Order(StringComparer.Ordinal).Select(k => $"| {k} | {counts.GetValueOrDefault((k, true))} | {counts.GetValueOrDefault((k, false))} |");
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"""
                | damage | read | refused |
                | --- | ---: | ---: |
                {string.Join("\n", rows)}

                | inputs | {string.Join(" | ", ids.Keys.Order(StringComparer.Ordinal).Select(i => "with " + i))} | crashes | hangs (over {Bound.TotalSeconds:0} s) | errors without a place in the file | slowest input | all of it |
                | ---: | {string.Join(" | ", ids.Select(_ => "---:"))} | ---: | ---: | ---: | ---: | ---: |
                | {Count} | {string.Join(" | ", ids.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value))} | 0 | 0 | 0 | {slowest.Milliseconds:0} ms (number {slowest.Seed}) | {whole.TotalSeconds:0} s |

                """));
        }
    }
}
