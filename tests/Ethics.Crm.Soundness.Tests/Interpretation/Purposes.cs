using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>The purposes of the model, and what a label permits.</summary>
internal static class Purposes
{
    /// <summary>What is collected for marketing may serve marketing.email, never the reverse.</summary>
    public static readonly ImmutableArray<string> All = ["support", "billing", "marketing", "marketing.email"];

    public static bool Permits(ImmutableArray<string> label, string purpose) =>
        label.Any(permitted => purpose == permitted || purpose.StartsWith(permitted + ".", StringComparison.Ordinal));

    /// <summary>Whether what is labelled by one may do something that what is labelled by the other may not.</summary>
    public static bool PermitsMore(ImmutableArray<string> label, ImmutableArray<string> than) => All.Any(purpose => Permits(label, purpose) && !Permits(than, purpose));

    public static string Text(IEnumerable<string> purposes) => string.Join("+", purposes.Order(StringComparer.Ordinal));
}
