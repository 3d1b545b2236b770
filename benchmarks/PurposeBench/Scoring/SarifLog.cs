using System.Text.Json;

namespace PurposeBench.Scoring;

/// <summary>One finding of an analyzer.</summary>
internal readonly record struct Finding(string Rule, string File, int Line);

/// <summary>Reads what every .NET compiler writes with <c>-errorlog:FILE,version=2.1</c>, and any other SARIF 2.1 log.</summary>
internal static class SarifLog
{
    // An analyzer or a generator that could not be made or loaded, or that an exception has ended. Most have no place.
    private static readonly string[] s_failures = ["AD0001", "CS8032", "CS8033", "CS8034", "CS8784", "CS8785"];

    /// <exception cref="InvalidDataException">The file is no SARIF 2.1 log; the message names it.</exception>
    public static IEnumerable<Finding> Read(string file)
    {
        using var document = Open(file);
        return Results(document, file).SelectMany(Locations).ToList();
    }

    /// <summary>By their rules, what kept an analyzer or a generator from looking: whatever else stands in the log is then less than there is.</summary>
    /// <exception cref="InvalidDataException">The file is no SARIF 2.1 log; the message names it.</exception>
    public static IReadOnlyList<string> Failures(string file)
    {
        using var document = Open(file);
        return [.. Results(document, file).Select(static result => result.TryGetProperty("ruleId", out var rule) ? rule.GetString() : null).OfType<string>().Where(s_failures.Contains).Distinct()];
    }

    private static IEnumerable<JsonElement> Results(JsonDocument document, string file)
    {
        if (!document.RootElement.TryGetProperty("runs", out var runs) || runs.ValueKind != JsonValueKind.Array)
            throw new InvalidDataException($"'{file}' is no SARIF 2.1 log: it has no \"runs\". The compiler writes one with -errorlog:FILE,version=2.1.");
        return runs.EnumerateArray().SelectMany(run => run.TryGetProperty("results", out var results) ? results.EnumerateArray() : default(JsonElement.ArrayEnumerator));
    }

    private static JsonDocument Open(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{file}' is no JSON: {e.Message}", e);
        }
    }

    private static IEnumerable<Finding> Locations(JsonElement result)
    {
        if (result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0)
            yield break;
        if (!result.TryGetProperty("ruleId", out var rule) || !result.TryGetProperty("locations", out var locations))
            yield break;
        foreach (var location in locations.EnumerateArray())
        {
            if (location.TryGetProperty("physicalLocation", out var place)
                && place.TryGetProperty("artifactLocation", out var artifact) && artifact.TryGetProperty("uri", out var uri)
                && place.TryGetProperty("region", out var region) && region.TryGetProperty("startLine", out var line))
            {
                yield return new Finding(rule.GetString()!, Uri.UnescapeDataString(uri.GetString()!), line.GetInt32());
            }
        }
    }
}
