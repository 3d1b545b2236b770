using System.Globalization;
using System.Text;
using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy;

/// <summary>What is wrong with a policy, by the number of the rule that reports it.</summary>
public enum PolicyErrorKind
{
    /// <summary>ECRM1001: cannot be read.</summary>
    Unreadable = 1001,

    /// <summary>ECRM1002: names something unknown.</summary>
    Unknown = 1002,

    /// <summary>ECRM1003: contradicts itself or can never apply.</summary>
    Contradiction = 1003,
}

/// <summary>One thing wrong with a policy file.</summary>
/// <param name="Kind">The rule that reports it.</param>
/// <param name="File">The path of the file, as it was given to the reader.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="EndLine">The line of the first character behind the wrong text.</param>
/// <param name="EndColumn">The column of the first character behind the wrong text.</param>
/// <param name="JsonPath">E.g. <c>$.purposes['credit-offer'].basis</c>.</param>
/// <param name="Message">One sentence without full stop; names what the file says.</param>
/// <param name="Expected">What would be accepted, in words; null when nothing would.</param>
/// <param name="Suggestion">The nearest known name ("did you mean"); null when none is near.</param>
public sealed record PolicyError(
    PolicyErrorKind Kind, string File, int Line, int Column, int EndLine, int EndColumn, string JsonPath, string Message, string? Expected, string? Suggestion)
{
    /// <summary>The id of the rule, e.g. <c>ECRM1002</c>.</summary>
    public string Id => "ECRM" + ((int)Kind).ToString(CultureInfo.InvariantCulture);

    /// <summary>Message, path, suggestion and expectation as one text: what follows the id in <see cref="ToString"/>.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Message);
            if (Suggestion is not null)
            {
                text.Append("; did you mean ").Append(Quoted.Name(Suggestion)).Append('?');
            }

            if (Expected is not null)
            {
                text.Append(Suggestion is null ? "; expected: " : " Expected: ").Append(Expected);
            }

            return text.Append(" (at ").Append(JsonPath).Append(')').ToString();
        }
    }

    /// <summary>One line in the form that compilers and editors know: <c>ethics.policy.json(12,7): ECRM1002: …</c></summary>
    /// <returns>The line, without line break.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}({1},{2}): {3}: {4}", File, Line, Column, Id, Text);
}
