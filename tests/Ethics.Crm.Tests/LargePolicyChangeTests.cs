using System.Diagnostics;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Ethics.Crm.Tests;

/// <summary>A change of a policy with many purposes and categories is compared without asking each of the one for each of the other.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LargePolicyChangeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(5000, 50, 0)]
    [InlineData(5000, 200, 0)]
    [InlineData(1000, 200, 20)]
    public void Reload_TakesNoSeconds(int purposes, int categories, int rules)
    {
        string Text(string first) => $$"""
            { "version": 1,
              "categories": { {{string.Join(",", Enumerable.Range(0, categories).Select(static i => $"\"c{i}\": {{ \"collectedFor\": [\"p{i}\"] }}"))}} },
              "purposes": { {{string.Join(",", Enumerable.Range(0, purposes).Select(i => $"\"p{i}\": {{ \"basis\": \"{(i == 0 ? first : "consent")}\" }}"))}} },
              "rules": [ {{string.Join(",", Enumerable.Range(0, rules).Select(static i => $"{{ \"id\": \"r{i}\", \"deny\": {{ \"categories\": [\"c{i}\"], \"purposes\": [\"p{i + 1}\"] }} }}"))}} ] }
            """;
        using var host = new TestHost(Text("consent"));

        var watch = Stopwatch.StartNew();
        Assert.True(host.Reload(Text("contract")));

        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.Contains("'p0' rests on contract instead of consent, which asks less of the person", Assert.Single(host.Log.At(LogLevel.Warning)));
        // It was 9 s for 5,000 purposes and 200 categories; the machine may have much else to do.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.ElapsedMilliseconds} ms");
    }
}
