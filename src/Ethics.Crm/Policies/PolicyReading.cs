using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Extends;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policies;

/// <summary>One look at a policy file and those that it extends: what it yields, and which files decided that. Making one never throws.</summary>
internal sealed class PolicyReading
{
    // What each place held; null for one that held nothing to read. A base that is missing today may be there tomorrow.
    private readonly Dictionary<string, byte[]?> _seen = new(StringComparer.Ordinal);

    // Files by path, with the place that the policy means by it and the text that names it.
    private readonly Dictionary<string, (string Meant, string Written)> _files = new(StringComparer.Ordinal);
    private readonly List<PolicySource> _bases = [];

    private PolicyReading(string path)
    {
        try
        {
            var source = Open(path);
            var meant = PolicyPath.Normalize(path);
            _files.Add(path, (meant, PolicyPath.FileName(path)));
            Collect(source, meant);
            var result = PolicyReader.Read(source, _bases);
            Table = result.Table;
            if (Table is null)
                Error = new PolicyLoadException(path, $"The policy '{path}' has {Count(result.Errors.Count)}:{Environment.NewLine}{string.Join(Environment.NewLine, result.Errors)}");
        }
        catch (PolicyLoadException e)
        {
            Error = e;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Not known to happen. A reload runs on a timer, where an exception ends the process, so nothing may pass.
            Error = new PolicyLoadException(path, $"The policy '{path}' cannot be read: {e.Message}", e);
        }
    }

    public static PolicyReading Of(string path) => new(path);

    /// <summary>Null exactly when <see cref="Error"/> is not.</summary>
    public PolicyTable? Table { get; }

    public PolicyLoadException? Error { get; }

    /// <summary>Every place that was looked at, also those where nothing was found.</summary>
    public IReadOnlyCollection<string> Places => _seen.Keys;

    /// <summary>Whether some place holds something else now. Compares contents: times and links tell too little on mounted volumes.</summary>
    public bool IsOutdated()
    {
        foreach (var place in _seen)
        {
            var now = PolicyFiles.TryRead(place.Key);
            if (now is null ? place.Value is not null : place.Value is null || !now.AsSpan().SequenceEqual(place.Value))
                return true;
        }

        return false;
    }

    private PolicySource Open(string path)
    {
        _seen[path] = null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            _seen[path] = bytes;
            return PolicySource.FromBytes(path, bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PolicyLoadException(path, $"The policy '{path}' does not exist. A project that references the package copies its policy to the output; for another place set EthicsCrmOptions.PolicyFile.", e);
        }
        catch (Exception e) when (PolicyFiles.IsOfAFile(e))
        {
            throw new PolicyLoadException(path, $"The policy '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <param name="meant">Where the source lay before the build copied it: what it names is meant from there.</param>
    private void Collect(PolicySource source, string meant)
    {
        foreach (var written in ExtendsOf(source))
        {
            var place = PolicyPath.Relative(meant, written);
            // One that is missing is the reader's to report, with the place that names it.
            if (Find(source.Path, written) is not { } path)
                continue;
            if (_files.TryGetValue(path, out var known))
            {
                if (known.Meant == place)
                    continue;
                throw new PolicyLoadException(
                    source.Path,
                    $"The policy '{source.Path}' extends {Quoted.Name(written)}, and the file found for it, '{path}', is already {Quoted.Name(known.Written)}: the build copies every base beside the policy, so no two of these files may have the same name.");
            }

            _files.Add(path, (place, written));
            var found = Open(path);
            _bases.Add(found);
            Collect(found, place);
        }
    }

    /// <summary>The build copies every base beside the policy, whatever path the policy names it by.</summary>
    private string? Find(string from, string written)
    {
        var folder = Path.GetDirectoryName(from)!;
        foreach (var name in new[] { written.Replace('\\', '/'), PolicyPath.FileName(written) })
        {
            if (PolicyFiles.TryFullPath(folder, name) is not { } path)
                continue;
            if (File.Exists(path))
                return path;
            _seen[path] = null;
        }

        return null;
    }

    // The reader's own parser, so that both see the same names in the same text.
    private static IEnumerable<string> ExtendsOf(PolicySource source) =>
        JsonTree.Read(new JsonText(source.Path, source.Text), new ErrorSink(), default)?.Find("extends") is { Kind: NodeKind.Array } list
            ? list.Children.Where(static item => item.Kind == NodeKind.String && item.Text.Trim().Length > 0).Select(static item => item.Text)
            : [];

    private static string Count(int errors) => errors == 1 ? "an error" : $"{errors} errors";
}
