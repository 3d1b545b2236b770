using System.Text.Json;

namespace Ethics.Crm.Package.Tests.Harness;

/// <summary>A finding as the compiler writes it with <c>-errorlog:…,version=2.1</c>.</summary>
/// <param name="Place">File, line and column; empty where it stands nowhere.</param>
/// <param name="Steps">The related locations, in their order.</param>
/// <param name="Words">What the property <c>trace</c> says, a word for each step.</param>
internal sealed record SarifResult(string Id, string Message, string Place, IReadOnlyList<string> Steps, IReadOnlyList<string> Words)
{
    public static IReadOnlyList<SarifResult> Read(string path)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        return [.. log.RootElement.GetProperty("runs").EnumerateArray().SelectMany(static run => run.GetProperty("results").EnumerateArray()).Select(Of)];
    }

    private static SarifResult Of(JsonElement result) => new(
        result.GetProperty("ruleId").GetString()!,
        result.GetProperty("message").GetProperty("text").GetString()!,
        result.TryGetProperty("locations", out var places) ? PlaceOf(places[0]) : "",
        result.TryGetProperty("relatedLocations", out var related) ? [.. related.EnumerateArray().Select(PlaceOf)] : [],
        result.TryGetProperty("properties", out var properties) && properties.TryGetProperty("customProperties", out var custom) && custom.TryGetProperty("trace", out var trace) ? trace.GetString()!.Split("; ") : []);

    private static string PlaceOf(JsonElement location)
    {
        var physical = location.GetProperty("physicalLocation");
        var region = physical.GetProperty("region");
        return $"{Path.GetFileName(physical.GetProperty("artifactLocation").GetProperty("uri").GetString())}({region.GetProperty("startLine")},{region.GetProperty("startColumn")})";
    }
}
