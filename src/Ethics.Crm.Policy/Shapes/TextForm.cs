namespace Ethics.Crm.Policy.Shapes;

/// <summary>What a name refers to, when it must be declared elsewhere in the policy.</summary>
internal enum Target
{
    Nothing,
    Purpose,
    Category,
    Recipient,
    Rule,
}

/// <summary>What is wrong with a text.</summary>
/// <param name="NoEffect">It is well formed but could never have an effect (ECRM1003 instead of ECRM1001).</param>
/// <param name="Suggestion">What was probably meant; null when nobody can tell.</param>
internal sealed record TextFault(string Message, bool NoEffect = false, string? Suggestion = null);

/// <summary>How a text must look. <paramref name="SchemaPattern"/> may accept more than <see cref="Check"/>, never less.</summary>
/// <param name="Expected">One of them, in words: "a duration such as P90D".</param>
/// <param name="Plural">Many of them, in words: "durations".</param>
/// <param name="SchemaPattern">ECMA regular expression for editors; null when any text may stand there.</param>
/// <param name="Check">Null when the text is right. A function over characters: this runs in every build.</param>
/// <param name="Target">What the text must name; <see cref="Target.Nothing"/> when it names nothing.</param>
/// <param name="BranchIsEnough">Whether <c>contact</c> is fine where only <c>contact.email</c> is declared.</param>
/// <param name="Words">All of them, where the list is closed, so that an editor offers them; null where it is not.</param>
/// <param name="Examples">Some of them, for the editor.</param>
internal sealed record TextForm(
    string Expected, string Plural, string? SchemaPattern, Func<string, TextFault?> Check, Target Target = Target.Nothing, bool BranchIsEnough = false,
    IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Examples = null);
