using System.IO;
using System.Text;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>
/// The one place where a rule writes a file (decisions 0240, 0294): where the targets of the package have named one, as they do in a build on the command line for a library and where the costs of the analysis are asked for, and never for an editor.
/// </summary>
internal static class SideCarFile
{
#pragma warning disable RS1035 // See above: there is no other way from one compilation to the next.
    /// <summary>The file is there as a whole or not at all, and keeps its age where it says the same as before. Null, or why it could not be written.</summary>
    public static string? Write(string path, string text)
    {
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) == text)
            {
                return null;
            }

            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            // Beside it, so that it is moved within one disk, under a name that no other build takes.
            var half = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
            File.WriteAllText(half, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            try
            {
                if (File.Exists(path))
                {
                    File.Replace(half, path, null);
                }
                else
                {
                    File.Move(half, path);
                }
            }
            finally
            {
                File.Delete(half);
            }

            return null;
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return thrown.GetType().Name;
        }
    }
#pragma warning restore RS1035
}
