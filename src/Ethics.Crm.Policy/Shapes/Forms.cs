using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Shapes;

/// <summary>The forms of texts that the policy knows.</summary>
internal static class Forms
{
    // Letters of every script, without \p{L}, which not every editor's expressions know: it admits a little more than Dotted.IsName.
    private const string DottedName = @"^[^\s.$_-][^\s.$]*(\.[^\s.$_-][^\s.$]*)*$";
    private static readonly string NameWords = $"letters, digits, '-' and '_', parts separated by dots, at most {Dotted.Longest} characters";

    public static readonly TextForm Free = new("text", "texts", null, static _ => null);

    public static readonly TextForm Sentence = new("text that is not blank", "texts", @"\S", static text => IsBlank(text) ? new("The text is blank") : null);

    public static readonly TextForm NewPurpose = Name("a purpose name", "purpose names");
    public static readonly TextForm NewCategory = Name("a category name", "category names");
    public static readonly TextForm NewRecipient = Name("a recipient name", "recipient names");
    public static readonly TextForm NewSource = Name("a source name", "source names");
    public static readonly TextForm Channel = Name("a channel name such as email", "channel names");

    public static readonly TextForm Purpose = Name("a declared purpose", "declared purposes", Target.Purpose);
    public static readonly TextForm Category = Name("a declared category", "declared categories", Target.Category);
    public static readonly TextForm Recipient = Name("a declared recipient", "declared recipients", Target.Recipient);
    public static readonly TextForm PurposeOrBranch = Purpose with { BranchIsEnough = true };
    public static readonly TextForm CategoryOrBranch = Category with { BranchIsEnough = true };
    public static readonly TextForm RuleId = Sentence with { Expected = "the id of a rule", Plural = "ids of rules", Target = Target.Rule };

    public static readonly TextForm Duration = new(
        "an ISO 8601 duration such as P90D, P2Y or P1Y6M", "durations", @"^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$", CheckDuration,
        Examples: ["P90D", "P2Y", "P1Y6M"]);

    public static readonly TextForm QuietHours = new(
        "two times of day such as 21:00/08:00", "quiet hours", @"^([01]\d|2[0-3]):[0-5]\d/([01]\d|2[0-3]):[0-5]\d$",
        static text => !Values.QuietHours.TryParse(text, out var hours) ? new($"{Quoted.Name(text)} is no span of the day", Suggestion: Meant.QuietHours(text))
            : hours.Start == hours.End ? new($"{Quoted.Name(text)} is empty, so it can never have an effect", NoEffect: true) : null,
        Examples: ["21:00/08:00"]);

    public static readonly TextForm Frequency = new(
        "a count and a duration such as 3/P7D", "frequencies", @"^\d{1,9}/P[0-9YMWDTHS]+$",
        static text => !Values.Frequency.TryParse(text, out var frequency) ? new($"{Quoted.Name(text)} is no frequency", Suggestion: Meant.Frequency(text))
            : frequency.Count == 0 || frequency.Period.IsZero ? new($"{Quoted.Name(text)} can never have an effect as a limit", NoEffect: true) : null,
        Examples: ["3/P7D"]);

    public static readonly TextForm Country = new(
        "an ISO 3166 country code of two capital letters, such as US or GB", "country codes", null,
        static text => Countries.IsCountry(text) ? null : new($"{Quoted.Name(text)} is no country code", Suggestion: Countries.Meant(text) is { Length: 2 } meant && Countries.IsCountry(meant) ? meant : null),
        Words: Countries.All);

    public static readonly TextForm Region = new(
        "an ISO 3166 country code of two capital letters, EEA or EU", "country codes", null,
        static text => Countries.Regions.Contains(text) ? null : new($"{Quoted.Name(text)} is no country code", Suggestion: Countries.Meant(text)),
        Words: Countries.Regions);

    public static readonly TextForm Language = new(
        "a language tag such as en or de-AT", "language tags", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        static text => IsLanguage(text) ? null : new($"{Quoted.Name(text)} is no language tag", Suggestion: text.Replace('_', '-') is var tag && IsLanguage(tag) ? tag : null),
        Examples: ["en", "de", "de-AT"]);

    public static readonly TextForm File = Sentence with { Expected = "the path of a policy file, relative to this one", Plural = "paths of policy files" };

    public static readonly TextForm Member = Pattern(PatternUse.Member, "a member such as Acme.Crm.Contact.Email, Acme.**.Phone*, Acme.Api.GetEmail() or Acme.Api.Import#row", "member patterns");
    public static readonly TextForm Type = Pattern(PatternUse.Type, "a type such as Acme.Crm.EmailAttribute or Acme.Crm.**", "type patterns");
    public static readonly TextForm Code = Pattern(PatternUse.Code, "a namespace, type or member such as Acme.Crm.Marketing.**", "code patterns");
    public static readonly TextForm Method = Pattern(PatternUse.Method, "a method or settable property such as Acme.Mail.MailClient.Send*", "method patterns");

    private static TextForm Name(string expected, string plural, Target target = Target.Nothing) => new(
        target == Target.Nothing ? $"{expected} ({NameWords})" : expected, plural, DottedName,
        static text => Dotted.IsName(text) ? null : new($"{Quoted.Name(text)} is no name", Suggestion: Meant.Name(text)), target);

    private static TextForm Pattern(PatternUse use, string expected, string plural) => new(
        expected, plural, null, text => PatternParser.Parse(text, use, out var fault) is null ? new($"{Quoted.Name(text)} is no pattern: {fault}", Suggestion: Meant.Pattern(text, use)) : null);

    private static TextFault? CheckDuration(string text) =>
        !PolicyDuration.TryParse(text, out var duration) ? new($"{Quoted.Name(text)} is no duration", Suggestion: Meant.Duration(text))
            : duration.IsZero ? new($"{Quoted.Name(text)} lasts no time, so it can never have an effect", NoEffect: true) : null;

    private static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLanguage(string text)
    {
        var parts = text.Split('-');
        for (var i = 0; i < parts.Length; i++)
        {
            var length = parts[i].Length;
            if (length < (i == 0 ? 2 : 1) || length > (i == 0 ? 3 : 8) || !parts[i].All(c => c < 128 && (char.IsLetter(c) || i > 0 && char.IsDigit(c))))
            {
                return false;
            }
        }

        return true;
    }
}
