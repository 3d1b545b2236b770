using System.Text.Json;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Policies;

/// <summary>A policy file and those that it extends, read from the application's folder.</summary>
internal static class PolicyFiles
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Relative paths start at the application's folder, not at the current directory, which a service does not choose.</summary>
    public static string FullPath(string file) => Path.GetFullPath(Path.IsPathRooted(file) ? file : Path.Combine(AppContext.BaseDirectory, file));

    /// <exception cref="PolicyLoadException">The file is missing or unreadable, or the policy has errors; the message names the file and every error.</exception>
    public static PolicyTable Load(string path)
    {
        var source = Open(path);
        var bases = new List<PolicySource>();
        Collect(source, bases, new HashSet<string>(StringComparer.Ordinal) { path });
        var result = PolicyReader.Read(source, bases);
        return result.Table ?? throw new PolicyLoadException(path, $"The policy '{path}' has {Count(result.Errors.Count)}:{Environment.NewLine}{string.Join(Environment.NewLine, result.Errors)}");
    }

    private static PolicySource Open(string path)
    {
        try
        {
            return PolicySource.FromBytes(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PolicyLoadException(path, $"The policy '{path}' does not exist. A project that references the package copies its policy to the output; for another place set EthicsCrmOptions.PolicyFile.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyLoadException(path, $"The policy '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The build copies every base beside the policy, whatever path the policy names it by.</summary>
    private static void Collect(PolicySource source, List<PolicySource> bases, HashSet<string> seen)
    {
        foreach (var name in ExtendsOf(source))
        {
            var folder = Path.GetDirectoryName(source.Path)!;
            var path = new[] { Path.GetFullPath(Path.Combine(folder, name)), Path.Combine(folder, Path.GetFileName(name)) }.FirstOrDefault(File.Exists);
            // One that is missing is the reader's to report, with the place that names it.
            if (path is null || !seen.Add(path))
                continue;
            var found = Open(path);
            bases.Add(found);
            Collect(found, bases, seen);
        }
    }

    private static IReadOnlyList<string> ExtendsOf(PolicySource source)
    {
        try
        {
            using var document = JsonDocument.Parse(source.Text, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("extends", out var extends) && extends.ValueKind == JsonValueKind.Array
                ? extends.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToList()
                : [];
        }
        catch (JsonException)
        {
            // The reader reports it with its position.
            return [];
        }
    }

    private static string Count(int errors) => errors == 1 ? "an error" : $"{errors} errors";
}
