using System.Security;
using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policies;

/// <summary>Where policies lie, and what can go wrong there.</summary>
internal static class PolicyFiles
{
    /// <summary>Relative paths start at the application's folder, not at the current directory, which a service does not choose.</summary>
    /// <exception cref="PolicyLoadException">The text is no path.</exception>
    public static string FullPath(string file) =>
        TryFullPath(AppContext.BaseDirectory, file) ?? throw new PolicyLoadException(file, $"EthicsCrmOptions.PolicyFile is {Quoted.Name(file)}, which is no path of a file.");

    /// <summary>Null for a text that is no path: it comes from a file, where anything may stand.</summary>
    public static string? TryFullPath(string folder, string file)
    {
        try
        {
            return Path.GetFullPath(Path.Combine(folder, file));
        }
        catch (Exception e) when (IsOfAFile(e))
        {
            return null;
        }
    }

    /// <summary>The content now; null when there is none to be had.</summary>
    public static byte[]? TryRead(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (IsOfAFile(e))
        {
            return null;
        }
    }

    /// <summary>Whether a path or a file can raise it: missing, locked, forbidden, too long, a NUL in the name, a device of another file system.</summary>
    public static bool IsOfAFile(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
