using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.TestKit;

/// <summary>How a message reads: one sentence without a hole in it, which names first what the user wrote. Every message that a test brings about is held to it.</summary>
public static partial class MessageStyle
{
    /// <summary>For <see cref="AnalyzerTest{TVerifier}.DiagnosticVerifier"/>.</summary>
    public static void Verify(Diagnostic diagnostic, DiagnosticResult expected, IVerifier verifier)
    {
        if (diagnostic.Id.StartsWith("ECRM", StringComparison.Ordinal))
        {
            var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            verifier.Empty($"{diagnostic.Id}: {message}", Objections(diagnostic.Id, message));
        }
    }

    public static IEnumerable<string> Objections(string id, string message)
    {
        // What stands in quotes is the user's.
        var own = Quoted().Replace(message, "'x'");
        if (message.Contains("''", StringComparison.Ordinal))
        {
            yield return "quotes nothing";
        }

        if (own.Contains("..", StringComparison.Ordinal) || EmptyBrackets().IsMatch(own) || StrayPunctuation().IsMatch(own) || DanglingWord().IsMatch(own))
        {
            yield return "misses a word";
        }

        if (!LastCharacter().IsMatch(own) || own.Split(' ').Length < 5)
        {
            yield return "is no whole sentence, or has a full stop";
        }

        // The reader's own messages put the place behind: the policy's user wrote a file, and the finding stands in it.
        var isOfThePolicy = id.StartsWith("ECRM10", StringComparison.Ordinal);
        if (!isOfThePolicy && SecondSentence().IsMatch(own))
        {
            yield return "is more than one sentence";
        }

        if (!isOfThePolicy && !own.StartsWith(id.StartsWith("ECRM9", StringComparison.Ordinal) ? "The " : "'", StringComparison.Ordinal))
        {
            yield return "does not begin with what the user wrote";
        }
    }

    [GeneratedRegex(@"(?<!\w)'[^']+'(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\(\s*\)|\[\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex(@"\s\s|\s$|\s[,;:.?)]|\(\s|[,:]\s*[,;:.)]", RegexOptions.CultureInvariant)]
    private static partial Regex StrayPunctuation();

    [GeneratedRegex(@"\b(and|or|a|an|the)(?=[,;:)?]|$)|\b(for|by|with|to|of)(?=[,:)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DanglingWord();

    [GeneratedRegex(@"[\w')\]?]$", RegexOptions.CultureInvariant)]
    private static partial Regex LastCharacter();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex SecondSentence();
}
