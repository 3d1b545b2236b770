using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.TestKit;

public sealed class TestAdditionalText(string path, string text) : AdditionalText
{
    private readonly SourceText text = SourceText.From(text, Encoding.UTF8);

    /// <summary>As the compiler takes a file: strictly as UTF-8, and in another encoding where the bytes are not that.</summary>
    public TestAdditionalText(string path, byte[] bytes, Encoding otherwise)
        : this(path, "") => this.text = Decoded(bytes, otherwise);

    public override string Path => path;

    private static SourceText Decoded(byte[] bytes, Encoding otherwise)
    {
        try
        {
            return SourceText.From(new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(new MemoryStream(bytes), otherwise);
        }
    }

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
