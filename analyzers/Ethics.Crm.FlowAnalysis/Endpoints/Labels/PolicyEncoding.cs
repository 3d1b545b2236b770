using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Whether the bytes of a policy file were UTF-8. The compiler decodes it and has no word for bytes that are not. Generator and analyzer agree by sharing this.</summary>
internal static class PolicyEncoding
{
    private const int Utf8CodePage = 65001;
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// What is no UTF-8 the compiler decodes again as the system's own encoding, which it then names; where that is UTF-8 too, as it is outside of Windows, as UTF-8 that puts a replacement character where a byte
    /// means nothing. A file that holds such a character itself was decoded by one that puts none.
    /// </summary>
    public static bool IsUtf8(SourceText text)
    {
        if (text.Encoding is not { } encoding)
        {
            return true;
        }

        return encoding.CodePage == Utf8CodePage && (encoding.DecoderFallback is DecoderExceptionFallback || text.ToString().IndexOf(Replacement) < 0);
    }
}
