namespace Ethics.Crm;

/// <summary>The policy could not be loaded; the application does not start, and nothing is permitted. The message names the file and every error in it.</summary>
public sealed class PolicyLoadException : InvalidOperationException
{
    internal PolicyLoadException(string file, string message, Exception? inner = null)
        : base(message, inner) => File = file;

    /// <summary>Full path of the policy file.</summary>
    public string File { get; }
}
