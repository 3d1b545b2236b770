using System.Text;

namespace Ethics.Crm.Policy;

/// <summary>The text of one policy file, wherever it came from. The reader itself opens no file.</summary>
public sealed class PolicySource
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file whose text is known.</summary>
    /// <param name="path">How messages name the file, and what <c>extends</c> is resolved against.</param>
    /// <param name="text">All of it; a byte-order mark at its beginning is skipped.</param>
    public PolicySource(string path, string text)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Text = text ?? throw new ArgumentNullException(nameof(text));
    }

    private PolicySource(string path, string validPrefix, bool isUtf8)
        : this(path, validPrefix) => IsUtf8 = isUtf8;

    /// <summary>How messages name the file.</summary>
    public string Path { get; }

    /// <summary>The text; of a file that is not UTF-8 the part before the first wrong byte.</summary>
    public string Text { get; }

    /// <summary>False when the bytes were not UTF-8; reading then yields one error and nothing else.</summary>
    public bool IsUtf8 { get; } = true;

    /// <summary>Decodes strictly; a byte-order mark is skipped. Never throws on content.</summary>
    /// <param name="path">How messages name the file.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <returns>The source; <see cref="IsUtf8"/> is false when the bytes are something else.</returns>
    public static PolicySource FromBytes(string path, byte[] bytes)
    {
        if (bytes is null)
        {
            throw new ArgumentNullException(nameof(bytes));
        }

        try
        {
            return new(path, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            var valid = Math.Max(0, Math.Min(e.Index, bytes.Length));
            return new(path, Encoding.UTF8.GetString(bytes, 0, valid), isUtf8: false);
        }
    }

    /// <summary>For a host that found another encoding than UTF-8.</summary>
    /// <param name="path">How messages name the file.</param>
    /// <returns>A source whose reading yields that one error.</returns>
    public static PolicySource NotUtf8(string path) => new(path, "", isUtf8: false);
}
