namespace Ethics.Crm.Policy.Extends;

/// <summary>Paths as text: the compiler may not look at the disk, and both kinds of slash occur.</summary>
internal static class PolicyPath
{
    /// <summary>Forward slashes, without <c>.</c> and inner <c>..</c>.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && !(part.Length == 0 && parts.Count > 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    public static string Relative(string from, string path)
    {
        var normal = path.Replace('\\', '/');
        var folder = from.Replace('\\', '/');
        var slash = folder.LastIndexOf('/');
        return IsRooted(normal) || slash < 0 ? Normalize(normal) : Normalize(folder.Substring(0, slash + 1) + normal);
    }

    public static string FileName(string path)
    {
        var normal = path.Replace('\\', '/');
        return normal.Substring(normal.LastIndexOf('/') + 1);
    }

    private static bool IsRooted(string path) => path.StartsWith("/", StringComparison.Ordinal) || path.Length > 1 && path[1] == ':';
}
